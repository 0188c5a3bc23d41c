import { type CauseCode, causeCatalogue } from '#shared/causes.ts';
import type { Failure } from '#shared/outcome.ts';
import type { PlanRow, WorkNote } from '#shared/plan.ts';
import { type RemedyId, remedyCatalogue, remedyIds } from '#shared/remedies.ts';
import type { guidedWords } from '../../messages.ts';

/** How many rows one piece of work is for: a setting of the site is made once, a domain is approved once. */
export type TaskScope = 'site' | 'domain' | 'person';

/** What the product saw when it asked again about the rows of a task. */
export type Seen = Parameters<typeof guidedWords.seen>[0];

/** One piece of work for a person. */
export interface GuidedTask {
	readonly key: string;
	readonly remedy: RemedyId;
	readonly scope: TaskScope;
	/** The address or the domain; empty where it is about the site. */
	readonly subject: string;
	readonly cause: CauseCode;
	/** Rows that wait for it. */
	readonly ids: readonly number[];
	/** Line, address and name of the first of them. */
	readonly line: number;
	readonly email: string;
	readonly name: string | null;
	/** A change whose outcome cannot be told: why, and what the site said. */
	readonly unsettled: { readonly failure: Failure | null; readonly said: string | null } | null;
	/** `null` until it was asked again. */
	readonly seen: Seen | null;
	/** What somebody said of it, of all its rows. */
	readonly note: WorkNote | null;
}

export type TaskRow = Pick<
	PlanRow,
	'id' | 'row' | 'email' | 'name' | 'remedy' | 'before' | 'after' | 'outcome' | 'failure' | 'said' | 'note'
>;

const scopes: Readonly<Partial<Record<RemedyId, TaskScope>>> = {
	'open-customer-access': 'site',
	'fix-desk-permission': 'site',
	'approve-domain': 'domain',
	'ask-owning-organisation': 'domain',
};

/** Whether there is a page, a message or a list behind it. */
export const whatOpens = (remedy: RemedyId): 'page' | 'message' | 'list' => {
	const { by } = remedyCatalogue[remedy];
	return by === 'message' || by === 'list' ? by : 'page';
};

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

const nothingSeen: Seen = { added: 0, addable: 0, blocked: 0, cause: null, notAsked: 0 };

/** Counts rows by what was seen of them; a row that was not looked at again changes nothing. */
export const addSeen = (seen: Seen | null, rows: readonly Pick<PlanRow, 'after'>[]): Seen | null => {
	let sum = seen;
	for (const { after } of rows) {
		if (after === null) continue;
		const now: Seen = sum ?? nothingSeen;
		const { standing } = causeCatalogue[after.cause];
		if (standing === 'added') sum = { ...now, added: now.added + 1 };
		else if (standing === 'addable') sum = { ...now, addable: now.addable + 1 };
		else sum = { ...now, blocked: now.blocked + 1, cause: now.cause ?? after.cause };
	}
	return sum;
};

export const isDone = ({ seen }: GuidedTask): boolean => seen !== null && seen.blocked + seen.notAsked === 0;
/** Somebody has to do it still: nobody said that it cannot be done. */
export const isOpen = (task: GuidedTask): boolean => !isDone(task) && task.note?.kind !== 'cannot';

/** Where the work is made: decisions for many first, then people, then what waits for others, then the list itself. */
const rank = ({ remedy, scope }: GuidedTask): number => {
	const { by } = remedyCatalogue[remedy];
	if (by === 'list') return 4;
	if (by === 'message') return 3;
	return scope === 'site' ? 0 : scope === 'domain' ? 1 : 2;
};

/** What comes later stands behind all that does not. */
const byPlace = (a: GuidedTask, b: GuidedTask): number =>
	Number(a.note?.kind === 'later') - Number(b.note?.kind === 'later') ||
	rank(a) - rank(b) ||
	remedyIds.indexOf(a.remedy) - remedyIds.indexOf(b.remedy) ||
	a.line - b.line;

/** Gathers tasks from rows as they come in, page by page; of the rows only numbers stay. */
export const makeTaskCollector = () => {
	const tasks = new Map<string, GuidedTask & { readonly ids: number[] }>();
	const addRow = (row: TaskRow): void => {
		// An outcome that a person has to look at is about one row, whatever its remedy is.
		const isUnsettled = row.outcome === 'needs-person';
		const scope = isUnsettled ? 'person' : (scopes[row.remedy] ?? 'person');
		const subject = scope === 'site' ? '' : scope === 'domain' ? domainOf(row.email) : row.email;
		const key = scope === 'person' ? `row ${row.id}` : `${row.remedy} ${subject}`.trim();
		const known = tasks.get(key);
		if (known !== undefined) {
			known.ids.push(row.id);
			const note = known.note?.kind === row.note?.kind ? known.note : null;
			tasks.set(key, { ...known, note, seen: addSeen(known.seen, [row]) });
			return;
		}
		tasks.set(key, {
			key,
			remedy: row.remedy,
			scope,
			subject,
			cause: row.before.cause,
			ids: [row.id],
			line: row.row,
			email: row.email,
			name: scope === 'person' ? row.name : null,
			unsettled: isUnsettled ? { failure: row.failure, said: row.said } : null,
			seen: addSeen(null, [row]),
			note: row.note ?? null,
		});
	};
	return {
		add: (rows: readonly TaskRow[]): void => rows.forEach(addRow),
		list: (): readonly GuidedTask[] => [...tasks.values()].sort(byPlace),
	};
};

/** The next task after this one that is to be done and not `asked` about, from the beginning again; -1 where there is none. */
export const nextOpen = (tasks: readonly GuidedTask[], from: number, asked: ReadonlySet<string>): number => {
	for (let step = 1; step <= tasks.length; step += 1) {
		const position = (from + step) % tasks.length;
		const task = tasks[position];
		if (task !== undefined && isOpen(task) && !asked.has(task.key)) return position;
	}
	return -1;
};
