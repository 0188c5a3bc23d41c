import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { languages } from '../languages.ts';
import { type ReportOffer, type ReportTold, reportFormats } from '../reports.ts';
import { outcome, runId } from './parts.ts';

export const reportsContract = {
	/** What this host can make, and what the last report on the run's site was made with. */
	offer: oc.input(z.object({ runId })).output(outcome<ReportOffer>()),
	/**
	 * Makes a report and delivers it in the host's own way; nothing of it passes through here. Tells how far it is, and at last what
	 * became of it; nothing stays of one that nobody waits for any more. `logo`: a PNG or SVG of 200 KB at most, as base64;
	 * `logo-unusable` where it is none.
	 */
	make: oc
		.input(
			z.object({
				runId,
				format: z.enum(reportFormats),
				client: z.string().trim().max(200),
				logo: z.string().max(280_000).nullable(),
				personal: z.boolean(),
				maskDomains: z.boolean(),
				maskOrganisations: z.boolean(),
				language: z.enum(languages),
			}),
		)
		.output(eventIterator(z.custom<ReportTold>())),
};
