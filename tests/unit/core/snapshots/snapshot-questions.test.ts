import { describe, expect, it } from 'vitest';
import { loadSnapshot } from '#core/snapshots/load-snapshot.ts';
import { directoryUser, jiraUser, openAccess } from '../../../support/evidence.ts';
import { memorySnapshot, someHeader } from '../../../support/memory-snapshot.ts';
import { askOffline, connectRequest, noTurns, pull } from '../../../support/pulled.ts';
import { customerRole, failure, type Interference, type ScriptedSite, scriptQuestions } from '../../../support/scripted-questions.ts';
import { withListing } from '../../../support/scripted-site.ts';
import { diagnoseWith } from '../../../support/verdicts.ts';

const ann = directoryUser({ accountId: '5b-ann', email: 'ann@a.example' });
const off = { ...ann, status: 'deactivated', accountStatus: 'inactive' } as const;
const two = [
	{ id: 'directory-1', name: null },
	{ id: 'directory-2', name: null },
];
const admin = jiraUser({ accountId: '5b-admin', email: 'admin@halden.example' });

const pulled = async (
	site: Partial<ScriptedSite> = {},
	interference: Interference = {},
	listing: Parameters<typeof withListing>[1] = {},
) => {
	const scripted = scriptQuestions({ directory: [ann], accounts: [admin], ...site }, interference);
	const { draft } = await pull(withListing(scripted, listing));
	return { draft, ...(await askOffline(draft)) };
};

const verdictOf = async (questions: Awaited<ReturnType<typeof pulled>>['questions'], address = 'ann@a.example') => {
	const { verdicts } = await diagnoseWith(questions, {
		connect: connectRequest(),
		deskKey: 'HELP',
		access: openAccess,
		addresses: [address],
	});
	const [verdict] = verdicts;
	if (verdict === undefined) throw new Error('no verdict');
	return verdict;
};

describe('evidence that comes out of a snapshot', () => {
	it('names the snapshot in every source, and has the time at which the part was read', async () => {
		const { questions } = await pulled({ roles: { '5b-ann': customerRole() }, directories: two });
		const { evidence } = await verdictOf(questions);
		const told = evidence.filter(({ source }) => !source.startsWith('rule:'));
		expect(told).toHaveLength(5);
		for (const { source, at } of told) {
			expect(source).toContain(`(snapshot ${someHeader.id})`);
			expect(at).toBe('2026-11-23T12:00:00.000Z');
		}
	});

	it('has for a single person the time at which that person was asked about', async () => {
		const { draft } = await pulled({ directory: [off], manageable: { '5b-ann': { kind: 'allowed' } } });
		const [record] = draft.appended.filter(({ name }) => name === 'manageable').flatMap(({ records }) => records);
		expect(record).toEqual(['5b-ann', '2026-11-23T12:00:00.000Z', ['allowed']]);
	});
});

describe('what a snapshot does not hold', () => {
	it('is a question that nobody asked, with the part that is missing as its source', async () => {
		const { questions } = await pulled({ directory: [] }, {}, { interfere: () => failure('unexpected-answer') });
		const { cause, evidence } = await verdictOf(questions);
		expect(cause).toBe('undetermined');
		expect(evidence[0]).toMatchObject({
			source: `POST /admin/v2/orgs/{orgId}/directories/-/users/search (snapshot ${someHeader.id})`,
			answer: { problem: expect.stringContaining('unfinished') },
		});
	});

	it.each([
		[
			'whether an account may be enabled',
			{ directory: [off] },
			{ manageable: () => failure('unreachable') },
			'managed-elsewhere',
			'likely',
		],
		[
			'the roles of a person in several directories',
			{ roles: { '5b-ann': customerRole() }, directories: two },
			{ roleAssignments: () => failure('unreachable') },
			'undetermined',
			'unknown',
		],
		['the accounts of the site', {}, { users: () => failure('unexpected-answer') }, 'role-missing', 'proven'],
	] satisfies [string, Partial<ScriptedSite>, Interference, string, string][])(
		'leaves open: %s',
		async (_what, site, interference, cause, certainty) => {
			const { questions } = await pulled(site, interference);
			const verdict = await verdictOf(questions);
			expect(verdict).toMatchObject({ cause, certainty });
			expect(verdict.evidence.some(({ answer }) => JSON.stringify(answer).includes('problem'))).toBe(true);
		},
	);

	it('does not stop the run for want of many people at once', async () => {
		const { questions } = await pulled({}, {}, { interfere: () => failure('unexpected-answer') });
		const addresses = Array.from({ length: 100 }, (_, n) => `p${n}@a.example`);
		const { verdicts, stopped } = await diagnoseWith(questions, {
			connect: connectRequest(),
			deskKey: 'HELP',
			access: openAccess,
			addresses,
		});
		expect(stopped).toBeNull();
		expect(new Set(verdicts.map(({ cause }) => cause))).toEqual(new Set(['undetermined']));
	});

	it('was taken without an organisation key: so was the diagnosis that it stands for', async () => {
		const scripted = scriptQuestions({ directory: [ann], accounts: [admin] });
		const { draft } = await pull(withListing(scripted), { hasOrgKey: false });
		const { snapshot, questions } = await askOffline(draft);
		expect(snapshot.missing).toEqual([]);
		expect(await questions.organisations(null)).toMatchObject({ ok: false, failure: { code: 'not-in-snapshot' } });
		const { verdicts } = await diagnoseWith(questions, {
			connect: connectRequest(false),
			deskKey: 'HELP',
			access: openAccess,
			addresses: ['ann@a.example'],
		});
		expect(verdicts[0]).toMatchObject({ cause: 'undetermined' });
	});
});

describe('garbled records', () => {
	it('that do not say whose they are may be anybody who is not found, and nobody who is', async () => {
		const bea = directoryUser({ accountId: '5b-bea', email: 'bea@a.example' });
		const { questions } = await pulled({
			directory: [ann, bea],
			garbled: { 'bea@a.example': { key: '5b-bea', problem: 'email: expected string' } },
		});
		expect((await verdictOf(questions)).cause).toBe('role-missing');
		expect(await verdictOf(questions, 'bea@a.example')).toMatchObject({ cause: 'undetermined' });
		expect(await verdictOf(questions, 'nobody@a.example')).toMatchObject({ cause: 'undetermined' });
	});
});

describe("the desk's list asked for one address", () => {
	const crowd = Array.from({ length: 120 }, (_, n) => ({
		accountId: `qm:x:${n}`,
		email: `x${n}@x.example`,
		active: true,
		displayName: null,
	}));

	it('finds who hides the address by the account that the directory knows', async () => {
		const customers = [...crowd, { accountId: '5b-ann', email: null, active: true, displayName: null }];
		const { questions } = await pulled({ customers, roles: { '5b-ann': customerRole() } });
		expect(await verdictOf(questions)).toMatchObject({ cause: 'already-customer', certainty: 'proven' });
	});

	it('finds nobody by half an address', async () => {
		const { questions } = await pulled({
			customers: [...crowd, { accountId: 'qm:joann', email: 'joann@a.example', active: true, displayName: null }],
		});
		expect((await verdictOf(questions)).cause).not.toBe('already-customer');
	});

	it('gives its pages in the order of the list, and ends', async () => {
		const { questions } = await pulled({ customers: crowd });
		const page = await questions.deskCustomers('1', { start: 0, limit: 50 });
		expect(page.ok && page.value.value.items.map(({ accountId }) => accountId)).toEqual(crowd.map(({ accountId }) => accountId));
		expect(page.ok && page.value.value.next).toBeNull();
		expect(await questions.deskCustomers('1', { start: 120, limit: 50 })).toMatchObject({
			ok: true,
			value: { value: { items: [], next: null } },
		});
	});
});

describe('loading a snapshot', () => {
	const load = async (
		change: { readonly allowIncomplete?: boolean; readonly deskKey?: string | null; readonly digest?: string | null },
		interference: Interference = {},
	) => {
		const { draft } = await pull(withListing(scriptQuestions({ accounts: [admin] }, interference)));
		const { allowIncomplete = false, deskKey = 'HELP', digest = 'd'.repeat(64) } = change;
		return loadSnapshot(draft.stored(digest), { deskKey, allowIncomplete }, noTurns);
	};

	it('is refused where a part is missing, and names it; allowed as it is, it says so', async () => {
		const broken: Interference = { users: () => failure('unexpected-answer') };
		expect(await load({}, broken)).toMatchObject({
			ok: false,
			failure: { code: 'snapshot-incomplete', details: { missing: ['accounts'] } },
		});
		const allowed = await load({ allowIncomplete: true }, broken);
		expect(allowed.ok && allowed.value.snapshot.missing).toEqual(['accounts']);
	});

	it('is refused where its pull was killed before anything vouched for it', async () => {
		expect(await load({ digest: null })).toMatchObject({ ok: false, failure: { code: 'snapshot-incomplete' } });
		expect((await load({ digest: null, allowIncomplete: true })).ok).toBe(true);
	});

	it('is refused for a desk it does not know', async () => {
		expect(await load({ deskKey: 'NOPE' })).toMatchObject({ ok: false, failure: { code: 'desk-not-found' } });
	});

	it('is refused where a record is none of its kind', async () => {
		const { draft } = await pull(withListing(scriptQuestions({ accounts: [admin] })), { draft: memorySnapshot() });
		const stored = draft.stored();
		const tampered = {
			...stored,
			records: (name: Parameters<typeof stored.records>[0]) =>
				name === 'accounts' ? [{ ok: true as const, value: [['5b', 'admin', null, 'yes', null]] }] : stored.records(name),
		};
		expect(await loadSnapshot(tampered, { deskKey: 'HELP', allowIncomplete: true }, noTurns)).toMatchObject({
			ok: false,
			failure: { code: 'snapshot-tampered', details: { part: 'accounts' } },
		});
	});
});
