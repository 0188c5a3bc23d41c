import type { CustomerAccess } from '#shared/customer-access.ts';
import type { DeskRef } from '#shared/run.ts';
import type { ProbeAnswer, ProbeId } from '#shared/probes.ts';
import type { Organisation } from '../evidence/connect.ts';
import type { CreationOutcome } from '../evidence/infer-access.ts';
import type { RareQuestions } from '../evidence/rare-questions.ts';
import type { SiteQuestions } from '../evidence/site-questions.ts';
import type { PortalSample } from './portal-sample.ts';

/** How often making an account ended like this, by what the person's cause was before. */
export interface CreationAnswer {
	readonly cause: string;
	readonly status: number;
	readonly errorCode: string | null;
	readonly times: number;
}

/** What a probe may look at. Reading is shared: the sample is taken once, when the first probe asks for it. */
export interface ProbeContext {
	readonly questions: SiteQuestions;
	readonly rare: RareQuestions;
	/** Who asks: an address that the directory knows. */
	readonly callerEmail: string | null;
	readonly organisation: Organisation | null;
	readonly desks: readonly DeskRef[];
	readonly sample: () => Promise<PortalSample>;
	/** What the product's own changes on this site have shown. */
	readonly creations: readonly CreationOutcome[];
	readonly creationAnswers: readonly CreationAnswer[];
	/** What was declared of customer access, to hold the creations against. */
	readonly declared: CustomerAccess;
	/** An address that nobody has, for comparison. */
	readonly nobody: string;
}

export type Finding = Pick<ProbeAnswer, 'answer' | 'reason'> & { readonly details?: ProbeAnswer['details'] };

/** One question about the site itself. Changes nothing; throws `RunStopped` where the site cannot be asked at all. */
export interface Probe {
	readonly id: ProbeId;
	look(context: ProbeContext): Promise<Finding>;
}
