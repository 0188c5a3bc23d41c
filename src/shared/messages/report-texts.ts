import type { CauseCode, Certainty } from '../causes.ts';
import type { EvidenceTopic } from '../evidence-topics.ts';
import type { RemedyId } from '../remedies.ts';
import type { DecisionId } from '../unlock.ts';
import type { CauseText } from './cause-text.ts';
import type { reportWords } from './en/report.ts';

/** Everything a report says, in one language. A report is handed these; it knows no language of its own. */
export interface ReportTexts {
	/** BCP 47: of the page. */
	readonly language: string;
	/** BCP 47: for numbers and dates. */
	readonly locale: string;
	readonly causes: Readonly<Record<CauseCode, CauseText>>;
	readonly meanings: Readonly<Record<CauseCode, string>>;
	readonly certainties: Readonly<Record<Certainty, { readonly label: string; readonly meaning: string }>>;
	readonly remedies: Readonly<Record<RemedyId, string>>;
	readonly decisions: Readonly<Record<DecisionId, (domain: string, rows: number) => string>>;
	readonly topics: Readonly<Record<EvidenceTopic, string>>;
	/** A question of the evidence, which is stored in English. */
	readonly asked: (asked: string) => string;
	readonly words: typeof reportWords;
}
