import type { Language } from './languages.ts';
import type { Outcome } from './outcome.ts';

/** `print`: the HTML page, opened instead of saved, for hosts that cannot make a PDF themselves. */
export const reportFormats = ['html', 'xlsx', 'csv', 'json', 'pdf', 'print'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Larger files are no logos; it is in every report twice, as text. */
export const largestLogoBytes = 200 * 1024;

/** A picture that was looked at: of this kind, small, and shown as an image only, where nothing in it can run. */
export interface Logo {
	readonly type: 'image/png' | 'image/svg+xml';
	readonly base64: string;
}

/** What the last report on a site was made with: the next one begins from it. */
export interface ReportChoices {
	readonly client: string;
	readonly logo: Logo | null;
	readonly personal: boolean;
	readonly maskDomains: boolean;
	readonly maskOrganisations: boolean;
	/** `null` where none was chosen: that of the window. */
	readonly language: Language | null;
}

/** What this host can do, and what to begin from. */
export interface ReportOffer {
	/** In the order they are offered. */
	readonly formats: readonly ReportFormat[];
	readonly choices: ReportChoices;
}

/** Of a report that is being made: how much of it there is, of 1; in the end, what became of it. */
export type ReportTold =
	| { readonly kind: 'part'; readonly part: number }
	| { readonly kind: 'ended'; readonly outcome: Outcome<ReportDelivered> };

/**
 * Where a report, or a snapshot's file, went. `saved`: the person chose where. `cancelled`: or chose not to. `waiting`: it can be fetched once,
 * at this path of the window's own origin.
 */
export type ReportDelivered =
	| { readonly kind: 'saved'; readonly name: string }
	| { readonly kind: 'cancelled' }
	| { readonly kind: 'waiting'; readonly name: string; readonly path: string };
