import type { PlanStore } from '#core/plans/plan-store.ts';
import type { Turns } from '#core/ports.ts';
import { type CauseCode, causeCatalogue } from '#shared/causes.ts';
import type { Plan, PlanRow } from '#shared/plan.ts';
import type { Run } from '#shared/run.ts';

/** What became of a person in the end, whatever number of plans it took. */
export type RowResult = 'added' | 'addable' | 'blocked' | 'needs-person' | 'not-tried';
export const rowResults: readonly RowResult[] = ['added', 'addable', 'blocked', 'needs-person', 'not-tried'];

/** What the plans of a run came to. */
export interface RemediationResult {
	/** Oldest first. */
	readonly plans: readonly Plan[];
	readonly rowCount: number;
	readonly results: Readonly<Record<RowResult, number>>;
	/** Rows of the run by cause, as they were before the first change. */
	readonly before: Readonly<Partial<Record<CauseCode, number>>>;
	/** Restored accounts whose billed roles came back: the first of them, and how many there are. */
	readonly billable: readonly PlanRow[];
	readonly billableCount: number;
	readonly strandedCount: number;
	/** Left to a person, and not looked at since: nothing is known of them beyond the diagnosis. */
	readonly untouchedCount: number;
	/** Each row once, as the plan left it that had the last word on it. Streamed. */
	rows(): Iterable<PlanRow>;
}

/** More are in the XLSX report. */
const mostBillable = 100;

export const resultOf = ({ outcome, after, guided, stranded }: PlanRow): RowResult => {
	if (stranded || outcome === 'needs-person') return 'needs-person';
	const standing = after === null ? null : causeCatalogue[after.cause].standing;
	if (standing === 'added' || standing === 'addable') return standing;
	if (guided || outcome === 'guided') return 'needs-person';
	if (outcome === 'not-reached' || (outcome === 'applied' && after === null)) return 'not-tried';
	return 'blocked';
};

export const isUntouched = ({ outcome, after }: PlanRow): boolean => after === null && (outcome === 'guided' || outcome === 'not-reached');

interface Course {
	first: CauseCode;
	last: CauseCode | null;
	/** The plan that had the last word: the newest one that got to the row. */
	plan: number;
}

const followRows = async (plans: readonly Plan[], store: PlanStore, turns: Turns): Promise<Map<number, Course>> => {
	const courses = new Map<number, Course>();
	for (const [index, plan] of plans.entries()) {
		for (const { id, before, after, outcome } of store.allRows(plan.id)) {
			const course = courses.get(id);
			if (course === undefined) courses.set(id, { first: before.cause, last: after?.cause ?? null, plan: index });
			else {
				if (after !== null) course.last = after.cause;
				if (outcome !== 'not-reached') course.plan = index;
			}
			if (turns.isDue()) await turns.give();
		}
	}
	return courses;
};

const causesBefore = (run: Run, courses: ReadonlyMap<number, Course>): Partial<Record<CauseCode, number>> => {
	const before: Partial<Record<CauseCode, number>> = { ...run.summary };
	for (const { first, last } of courses.values()) {
		if (last === null || last === first) continue;
		before[last] = (before[last] ?? 0) - 1;
		before[first] = (before[first] ?? 0) + 1;
	}
	return before;
};

/** `null` where the run has no plan whose first change was begun: a plan alone changes nothing. */
export const remediationResult = async (run: Run, store: PlanStore, turns: Turns): Promise<RemediationResult | null> => {
	const plans = store.plans(run.id).toReversed();
	if (plans.every(({ state }) => state === 'planned')) return null;
	const courses = await followRows(plans, store, turns);
	const rows = function* (): Generator<PlanRow> {
		for (const [index, plan] of plans.entries()) {
			for (const row of store.allRows(plan.id)) if (courses.get(row.id)?.plan === index) yield row;
		}
	};
	const results: Record<RowResult, number> = { added: 0, addable: 0, blocked: 0, 'needs-person': 0, 'not-tried': 0 };
	const billable: PlanRow[] = [];
	let billableCount = 0;
	let strandedCount = 0;
	let untouchedCount = 0;
	for (const row of rows()) {
		results[resultOf(row)] += 1;
		if (row.stranded) strandedCount += 1;
		if (isUntouched(row)) untouchedCount += 1;
		if (row.billable.length > 0) {
			billableCount += 1;
			if (billable.length < mostBillable) billable.push(row);
		}
		if (turns.isDue()) await turns.give();
	}
	const before = causesBefore(run, courses);
	return { plans, rowCount: courses.size, results, before, billable, billableCount, strandedCount, untouchedCount, rows };
};
