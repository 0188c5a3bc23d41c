import { done, type Failure, failed, type Outcome } from '#shared/outcome.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import type { RunStep } from '#shared/run.ts';
import type { Verdict } from '#shared/verdict.ts';
import { decideCause, decideLocally } from '../causes/decide-cause.ts';
import { chooseDesk, type ConnectRequest, connect, inspectDesk, type Organisation } from '../evidence/connect.ts';
import { type DirectoryAnswers, searchesRoles } from '../evidence/directory.ts';
import { askManageableOnce, type DirectoryAhead, lookAhead } from '../evidence/directory-ahead.ts';
import type { AdminFileFacts } from '../evidence/evidence.ts';
import {
	type GatherContext,
	gatherDirectory,
	gatherPerson,
	handChecksFor,
	readSiteAccounts,
	type SiteAccounts,
} from '../evidence/gather.ts';
import type { LikenessOf } from '../evidence/likeness.ts';
import { findMissingScopes, hearMissingScopes } from '../evidence/missing-scopes.ts';
import { noSiteAccounts } from '../evidence/no-site.ts';
import { compactFacts } from '../evidence/person-facts.ts';
import { RunStopped } from '../run-stopped.ts';
import { noKnowledge, type SiteKnowledge } from '../evidence/site-knowledge.ts';
import type { SiteQuestions } from '../evidence/site-questions.ts';
import type { Clock, Turns } from '../ports.ts';
import type { Pace } from './pace.ts';
import { AlikePeople } from './alike.ts';
import type { AlikeRow, DiagnosisStore, JudgedRow } from './run-store.ts';

type Person = { readonly id: number; readonly judged: boolean; readonly address: string; readonly suggestion: string | null };

export interface Diagnosis {
	readonly runId: string;
	readonly questions: SiteQuestions;
	readonly store: DiagnosisStore;
	readonly clock: Clock;
	readonly turns: Turns;
	readonly pace: Pace;
	/** What answers in the site's place; absent where the site itself does. */
	readonly origin?: string;
	/** `null`: admin files are all there is, and there is no site to ask nor a record of one. */
	readonly connect: ConnectRequest | null;
	/** What admin files say of an address; absent where there are none. */
	readonly fromAdminFiles?: (address: string) => AdminFileFacts;
	/** Whom the answers about somebody are like, where that is known without asking; absent: each is judged alone. */
	readonly likeness?: LikenessOf;
	/** The rows to check; absent: all that are open. */
	readonly only?: ReadonlySet<number>;
	readonly deskKey: string | null;
	readonly access: CustomerAccess;
	/** What is known of the site from before; absent: nothing. */
	readonly knowledge?: SiteKnowledge;
	/** Makes suggestions where the site's own domains are near; given once they are known. */
	readonly suggest: (address: string, siteDomains: readonly string[]) => string | null;
	readonly onStep: (step: RunStep) => void;
	/** After the rows are on disk. */
	readonly onJudged: (rows: readonly (JudgedRow | AlikeRow)[]) => void;
	/** Aborting stops the run before its next question or batch. */
	readonly signal: AbortSignal;
}

/** Stores verdicts, batch after batch. What the store does beside other work is waited for when the next batch is there. */
class Saving {
	readonly #diagnosis: Diagnosis;
	#underWay: Promise<void> | null = null;

	constructor(diagnosis: Diagnosis) {
		this.#diagnosis = diagnosis;
	}

	async add(rows: readonly (JudgedRow | AlikeRow)[]): Promise<void> {
		if (rows.length === 0) return;
		while (this.#underWay !== null) await this.#underWay;
		const { store, runId, onJudged } = this.#diagnosis;
		const tell = (saved: Outcome<null>): void => {
			if (!saved.ok) throw new RunStopped(saved.failure);
			onJudged(rows);
		};
		const saved = store.saveVerdicts(runId, rows);
		if (!(saved instanceof Promise)) return tell(saved);
		this.#underWay = saved.then(tell).then(() => void (this.#underWay = null));
		// Whoever comes next hears of what it failed with.
		this.#underWay.catch(() => undefined);
	}

	async end(): Promise<void> {
		await this.#underWay;
	}
}

/** The time as text: written once a millisecond, not several times a row. */
const nowOf = (clock: Pick<Clock, 'now'>): (() => string) => {
	let atMs = Number.NaN;
	let text = '';
	return () => {
		const now = clock.now();
		if (now !== atMs) [atMs, text] = [now, new Date(now).toISOString()];
		return text;
	};
};

/** Shows what the clock shows now, for ever. */
const stopped = (clock: Clock): Pick<Clock, 'now'> => {
	const now = clock.now();
	return { now: () => now };
};

/** Few rows of a page are settled so: stored page by page, each transaction would be for a handful. */
const settledAtOnce = 1000;

/** Rows whose text settles them are judged; the rest are the people to ask about, each address once. */
const judgeLocally = async (
	diagnosis: Diagnosis,
	saving: Saving,
	siteDomains: readonly string[],
	now: () => string,
): Promise<readonly Person[]> => {
	const { store, runId, suggest, turns, only } = diagnosis;
	const people: Person[] = [];
	let settled: JudgedRow[] = [];
	for (const page of store.rowsToJudge(runId)) {
		for (const { id, judged, read, original, repeats, suggestion } of page) {
			if (only?.has(id) === false) continue;
			const verdict = decideLocally({ read, original, repeats, at: now() });
			if (verdict && !judged) settled.push({ id, verdict });
			if (verdict || !read.valid) continue;
			const { address } = read;
			people.push({ id, judged, address, suggestion: suggestion ?? suggest(address, siteDomains) });
		}
		if (settled.length >= settledAtOnce) {
			await saving.add(settled);
			settled = [];
		}
		if (turns.isDue()) await turns.give();
	}
	await saving.add(settled);
	return people;
};

/** Whoever is asked about; `null` where nobody can be looked up in a directory. */
type LookUp = (people: readonly Person[]) => Promise<DirectoryAnswers | null>;

interface Judging {
	readonly context: GatherContext;
	readonly accounts: SiteAccounts;
	readonly lookUp: LookUp;
	readonly alike: AlikePeople;
	readonly saving: Saving;
}

const judgeBatch = async (
	diagnosis: Diagnosis,
	{ context, accounts, lookUp, alike, saving }: Judging,
	people: readonly Person[],
): Promise<void> => {
	const { signal, turns, likeness } = diagnosis;
	const judged: (JudgedRow | AlikeRow)[] = [];
	const checks = handChecksFor(context);
	const known = people.map((person) => {
		const byHand = checks(person.address);
		const isAlone = person.suggestion !== null || byHand.length > 0;
		return { ...person, byHand, likeness: isAlone ? null : (likeness?.(person.address) ?? null) };
	});
	try {
		for (let left: typeof known = known; left.length > 0; ) {
			const { told, ask, later } = alike.sort(left);
			judged.push(...told);
			const directory = ask.length === 0 ? null : await lookUp(ask);
			for (const person of ask) {
				if (signal.aborted) throw new RunStopped({ code: 'cancelled', details: {} });
				const evidence = await gatherPerson(context, accounts, directory, person);
				const row = { id: person.id, verdict: decideCause(evidence), facts: compactFacts(evidence) };
				alike.learn(person, row);
				judged.push(row);
				if (turns.isDue()) await turns.give();
			}
			left = [...later];
		}
	} finally {
		// What was judged before the site stopped answering stays judged.
		await saving.add(judged);
	}
};

const accountsOf = (diagnosis: Diagnosis, context: GatherContext, deskId: string | null, count: number): Promise<SiteAccounts> =>
	deskId === null
		? Promise.resolve(noSiteAccounts(diagnosis.origin ?? 'exports', context.now()))
		: readSiteAccounts(context.questions, deskId, count, context.now, context.knowledge);

/** `null` where there is no organisation key, or nothing to be waited for. */
const aheadOf = ({ pace }: Diagnosis, context: GatherContext, batches: readonly (readonly Person[])[]): DirectoryAhead | null => {
	const { questions, organisation, now, knowledge = noKnowledge } = context;
	const { workers, ahead, batchSize: atOnce } = pace;
	if (organisation === null || ahead === 0) return null;
	return lookAhead(
		{
			questions,
			organisation,
			now,
			filtersCombine: searchesRoles(organisation, knowledge.capabilities.filtersCombine),
			workers,
			ahead,
			atOnce,
		},
		batches.map((batch) => batch.map(({ address }) => address)),
	);
};

/** `deskId`: `null` where no desk is known. */
const checkPeople = async (
	diagnosis: Diagnosis,
	saving: Saving,
	context: GatherContext,
	deskId: string | null,
	people: readonly Person[],
): Promise<void> => {
	const batches: (readonly Person[])[] = [];
	const { batchSize, workers } = diagnosis.pace;
	for (let start = 0; start < people.length; start += batchSize) batches.push(people.slice(start, start + batchSize));
	const faults: Error[] = [];
	const keep = (error: unknown): void =>
		void faults.push(error instanceof Error ? error : new Error('a fault of the program', { cause: error }));
	diagnosis.onStep('reading-accounts');
	const accounts = accountsOf(diagnosis, context, deskId, people.length);
	accounts.then(() => diagnosis.onStep('checking')).catch(() => undefined);
	const directory = aheadOf(diagnosis, context, batches);
	const alike = new AlikePeople();
	const left = batches.keys();
	const worker = async (): Promise<void> => {
		for (const at of left) {
			if (faults.length > 0) return;
			if (diagnosis.signal.aborted) throw new RunStopped({ code: 'cancelled', details: {} });
			const batch = (batches[at] ?? []).filter(({ judged }) => !judged);
			if (batch.length === 0) continue;
			const asked = directory?.answers(at);
			const [, listed] = await Promise.all([asked, accounts]);
			const lookUp: LookUp = (some) =>
				asked ??
				gatherDirectory(
					context,
					some.map(({ address }) => address),
				);
			await judgeBatch(diagnosis, { context, accounts: listed, lookUp, alike, saving }, batch);
			if (diagnosis.turns.isDue()) await diagnosis.turns.give();
		}
	};
	const guarded = async (): Promise<void> => {
		try {
			await worker();
		} catch (error) {
			keep(error);
		}
	};
	await Promise.all([...Array.from({ length: workers }, guarded), accounts.catch(keep)]);
	await directory?.end();
	const [first] = faults;
	if (first) throw first;
};

const must = <T>(outcome: Outcome<T>): T => {
	if (outcome.ok) return outcome.value;
	throw new RunStopped(outcome.failure);
};

interface Surroundings {
	readonly organisation: Organisation | null;
	readonly deskId: string | null;
	/** What concerns the desk or the site as a whole. */
	readonly findings: readonly Verdict[];
}

/** Where the people of the list are looked for. Admin files are of no desk. */
const reachSite = async ({ store, runId, questions, connect: request, deskKey }: Diagnosis): Promise<Surroundings> => {
	if (request === null) return { organisation: null, deskId: null, findings: [] };
	const connection = must(await connect(questions, request));
	const desk = must(chooseDesk(must(connection.desks), deskKey));
	store.setDesk(runId, desk);
	store.setAskedAs(runId, { accountId: connection.account?.accountId ?? null, cloudId: connection.cloudId });
	if (connection.organisation !== null) store.setOrganisation(runId, connection.organisation.id);
	const findings = must(await inspectDesk(questions, desk, connection.organisation));
	store.setFindings(runId, findings);
	return { organisation: connection.organisation, deskId: desk.id, findings };
};

const runThrough = async (diagnosis: Diagnosis): Promise<void> => {
	const { clock, origin, fromAdminFiles, store, runId } = diagnosis;
	const missingScopes: Failure[] = [];
	const questions = askManageableOnce(hearMissingScopes(diagnosis.questions, (failure) => void missingScopes.push(failure)));
	diagnosis.onStep('connecting');
	const { organisation, deskId, findings } = await reachSite({ ...diagnosis, questions });
	// Who is judged like somebody else is judged at the same time.
	const now = nowOf(diagnosis.likeness === undefined ? clock : stopped(clock));
	const context: GatherContext = {
		questions,
		organisation,
		access: diagnosis.access,
		now,
		roleBudget: { holders: diagnosis.pace.roleBudget, others: diagnosis.pace.roleBudget },
		...(origin === undefined ? {} : { origin }),
		...(fromAdminFiles === undefined ? {} : { fromAdminFiles }),
		...(diagnosis.knowledge === undefined ? {} : { knowledge: diagnosis.knowledge }),
	};
	const siteDomains = organisation?.verifiedDomains ?? [];
	const saving = new Saving(diagnosis);
	try {
		const people = await judgeLocally(diagnosis, saving, siteDomains, now);
		if (people.length > 0) await checkPeople(diagnosis, saving, context, deskId, people);
	} finally {
		await saving.end();
	}
	if (missingScopes.length > 0) store.setFindings(runId, [...findings, ...findMissingScopes(missingScopes, now())]);
	diagnosis.onStep('done');
};

/**
 * Takes a stored run to its end, or to the point where it has to stop. Every verdict is on disk before it is told;
 * the run's state is the caller's to store. Failures: whatever ends a run (a rejected token, a missing right, a
 * wrong site, a site that does not answer, `cancelled`, a full disk).
 */
export const diagnose = async (diagnosis: Diagnosis): Promise<Outcome<null>> => {
	try {
		await runThrough(diagnosis);
		return done(null);
	} catch (error) {
		if (!(error instanceof RunStopped)) throw error;
		const failure: Failure = error.failure;
		return diagnosis.signal.aborted ? failed('cancelled') : failed(failure.code, failure.details);
	}
};
