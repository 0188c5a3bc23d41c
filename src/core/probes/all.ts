import { approvedDomainsReadable } from './approved-domains-readable.ts';
import { creationAnswers } from './creation-answers.ts';
import { creationObeysAccess } from './creation-obeys-access.ts';
import { deskShowsInactive } from './desk-shows-inactive.ts';
import { exportHeaders } from './export-headers.ts';
import { filtersCombine } from './filters-combine.ts';
import { reporterFindsInactive } from './reporter-finds-inactive.ts';
import { restoreEverywhere } from './restore-everywhere.ts';
import type { Probe } from './probe.ts';
import { sweepShowsPortalOnly } from './sweep-shows-portal-only.ts';

/** Every check, in the order in which it is shown. A new one is its file, its entry in `shared/probes.ts`, and a line here. */
export const probes: readonly Probe[] = [
	sweepShowsPortalOnly,
	deskShowsInactive,
	reporterFindsInactive,
	approvedDomainsReadable,
	filtersCombine,
	creationAnswers,
	creationObeysAccess,
	exportHeaders,
	restoreEverywhere,
];
