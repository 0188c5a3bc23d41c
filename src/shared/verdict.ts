import type { CauseCode, Certainty } from './causes.ts';
import type { RemedyId } from './remedies.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One thing that was asked, and what came back: the answer to "how do you know?". */
export interface EvidenceItem {
	/** The question in the field's terms, e.g. `directory entry of ann@example.com`. */
	readonly asked: string;
	/** The call (`POST /admin/v2/orgs/{orgId}/…`), file or rule that answered. */
	readonly source: string;
	readonly answer: Json;
	/** ISO 8601, UTC: when the answer was received. */
	readonly at: string;
}

/** What the product says of one row, and how it knows. */
export interface Verdict {
	readonly cause: CauseCode;
	readonly certainty: Certainty;
	readonly remedy: RemedyId | null;
	readonly evidence: readonly EvidenceItem[];
	/** A corrected address, where a typo is probable. Never blocks. */
	readonly suggestion?: string;
}
