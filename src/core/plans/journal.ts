import type { Change } from '#shared/plan.ts';
import type { StepId } from '#shared/remedies.ts';
import { steps } from '../remedies/steps.ts';

type Line = Change & { readonly id: number };

const wasLimited = ({ answered }: Line): boolean => (answered as Readonly<Record<string, unknown>> | null)?.['status'] === 429;

/** What the journal says of one row: kept in step with what is stored. */
export class RowJournal {
	#lines: Line[];

	constructor(lines: readonly Line[]) {
		this.#lines = [...lines];
	}

	last(step: StepId): Line | null {
		return this.#lines.findLast((line) => line.step === step) ?? null;
	}

	/** Steps the site confirmed, or that reading showed to be done. */
	get applied(): readonly StepId[] {
		return this.#lines.filter(({ state }) => state === 'applied').map(({ step }) => step);
	}

	/** Something of this row may have reached the site. */
	get hasBegun(): boolean {
		return this.#lines.some((line) => line.state !== 'rejected' && line.state !== 'needs-person' && !wasLimited(line));
	}

	/** The account that was made, as its answer named it. */
	get createdId(): string | null {
		const created = this.#lines.find(({ step, state }) => steps[step].makesAccount === true && state === 'applied');
		const answered = created?.answered as Readonly<Record<string, unknown>> | null | undefined;
		const id = answered?.['accountId'];
		return typeof id === 'string' ? id : null;
	}

	/** An attempt before the last one may have worked, whatever reading said. */
	hasEarlierAttempt(step: StepId): boolean {
		return this.#lines.some((line) => line.step === step && line.state === 'not-applied' && !wasLimited(line));
	}

	/** How often this step left, no usable answer came, and reading showed that nothing had happened. */
	failedAttempts(step: StepId): number {
		return this.#lines.filter((line) => line.step === step && line.state === 'not-applied' && !wasLimited(line)).length;
	}

	begin(line: Line): void {
		this.#lines.push(line);
	}

	settle(id: number, settled: Pick<Change, 'state' | 'answered' | 'settledAt'>): void {
		this.#lines = this.#lines.map((line) => (line.id === id ? { ...line, ...settled } : line));
	}
}
