import { approvedDomainsReadable } from './approved-domains-readable.ts';
import { creationAnswers, creationObeysAccess } from './creations.ts';
import { deskShowsInactive } from './desk-shows-inactive.ts';
import { filtersCombine } from './filters-combine.ts';
import { openDeskKeepsList } from './open-desk-keeps-list.ts';
import { reporterFindsInactive } from './reporter-finds-inactive.ts';
import type { Probe } from './probe.ts';
import { sweepShowsPortalOnly } from './sweep-shows-portal-only.ts';

/** Every check, in the order in which it is shown. A new one is its file, its entry in `shared/probes.ts`, and a line here. */
export const probes: readonly Probe[] = [
	sweepShowsPortalOnly,
	deskShowsInactive,
	openDeskKeepsList,
	reporterFindsInactive,
	approvedDomainsReadable,
	filtersCombine,
	creationAnswers,
	creationObeysAccess,
	// An import shows which columns Atlassian's exports have now; no call tells. Source: atlassian-api.md 12.9.
	{ id: 'export-headers', look: async () => ({ answer: 'open', reason: 'shown-on-import' }) },
	// Asking whether `restore` takes `-` for every directory would restore somebody; we always name the directory. 12.8.
	{ id: 'restore-everywhere', look: async () => ({ answer: 'open', reason: 'would-change-the-site' }) },
];
