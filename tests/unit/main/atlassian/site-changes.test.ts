import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Depart, SiteChanges } from '#core/remedies/site-changes.ts';
import { done, failed } from '#shared/outcome.ts';
import type { Json } from '#shared/verdict.ts';
import { drive } from '../../../support/manual-clock.ts';
import { type Answerer, canary, email, keyCanary, type Reply, type StandIn, standIn, type StandInOptions } from './stand-in.ts';

type Make = (changes: SiteChanges, depart: Depart) => Promise<unknown>;

const jsm = 'ari:cloud:jira-servicedesk::site/c-1';
const person = 'new+1@acme.example';
const create: Make = (changes, depart) => changes.createCustomer({ email: person, displayName: 'New One' }, depart);
const addToDesk: Make = (changes, depart) => changes.addToDesk('7', 'qm:a:1', depart);
const addToOrganisation: Make = (changes, depart) => changes.addToOrganisation('3', 'qm:a:1', depart);
const restore: Make = (changes, depart) => changes.restore('o/1', 'd', '557058:a/b', depart);
const remove: Make = (changes, depart) => changes.remove('o', 'd', '557058:a', depart);
const assign: Make = (changes, depart) => changes.assignCustomerRole('o', '557058:a', jsm, depart);
const invite: Make = (changes, depart) => changes.invite('o', person, jsm, depart);
const enable: Make = (changes, depart) => changes.enable('557058:a', depart);

/** A stand-in, and a `depart` that notes what it was asked to store. */
const changing = async (answer: Answerer, options: StandInOptions = {}) => {
	const site = await standIn(answer, options);
	const stored: Json[] = [];
	const depart: Depart = (asked) => {
		stored.push(asked);
		return done(null);
	};
	return { ...site, stored, depart };
};

/** What a change comes to whose only answer is this one. */
const answeredWith = async (reply: Reply, make: Make) => {
	const site = await changing(() => reply);
	const answer = await make(site.changes, site.depart);
	return { answer, site, sent: site.seen[0] };
};

const sentJson = (site: StandIn): unknown => (site.seen[0]?.body === '' ? null : JSON.parse(site.seen[0]?.body ?? 'null'));

describe('a change', () => {
	const rule = { role: 'atlassian/customer', resource: jsm };
	const created = { status: 201, body: { accountId: 'qm:a:1', active: true } };
	const invited = { body: { data: [{ email: person, results: [{ roleAssignmentResult: [{ ...rule, status: 'INVITED' }] }] }] } };
	const base = '/admin/v2/orgs';
	const desk = '/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer';
	const user = `${base}/{orgId}/directories/{directoryId}/users/{accountId}`;

	it.each<[string, string, Reply, unknown, { readonly call: string; readonly [name: string]: Json }, Make]>([
		[
			'POST',
			'/rest/servicedeskapi/customer?strictConflictStatusCode=true',
			created,
			{ email: person, displayName: 'New One' },
			{ call: 'POST /rest/servicedeskapi/customer', strictConflictStatusCode: 'true', email: person, displayName: 'New One' },
			create,
		],
		[
			'POST',
			'/rest/servicedeskapi/servicedesk/7/customer',
			{ status: 204 },
			{ accountIds: ['qm:a:1'] },
			{ call: `POST ${desk}`, serviceDeskId: '7', accountIds: ['qm:a:1'] },
			addToDesk,
		],
		[
			'POST',
			'/rest/servicedeskapi/organization/3/user',
			{ status: 204 },
			{ accountIds: ['qm:a:1'] },
			{ call: 'POST /rest/servicedeskapi/organization/{organizationId}/user', organizationId: '3', accountIds: ['qm:a:1'] },
			addToOrganisation,
		],
		[
			'POST',
			`${base}/o%2F1/directories/d/users/557058%3Aa%2Fb/restore`,
			{ status: 204 },
			null,
			{ call: `POST ${user}/restore`, orgId: 'o/1', directoryId: 'd', accountId: '557058:a/b' },
			restore,
		],
		[
			'DELETE',
			`${base}/o/directories/d/users/557058%3Aa`,
			{ status: 204 },
			null,
			{ call: `DELETE ${user}`, orgId: 'o', directoryId: 'd', accountId: '557058:a' },
			remove,
		],
		[
			'POST',
			'/admin/v1/orgs/o/users/557058%3Aa/roles/assign',
			{ status: 204 },
			rule,
			{ call: 'POST /admin/v1/orgs/{orgId}/users/{accountId}/roles/assign', orgId: 'o', accountId: '557058:a', ...rule },
			assign,
		],
		[
			'POST',
			`${base}/o/users/invite`,
			invited,
			{ emails: [person], permissionRules: [rule], sendNotification: false },
			{ call: `POST ${base}/{orgId}/users/invite`, orgId: 'o', emails: [person], permissionRules: [rule], sendNotification: false },
			invite,
		],
		[
			'POST',
			'/users/557058%3Aa/manage/lifecycle/enable',
			{ status: 204 },
			null,
			{ call: 'POST /users/{accountId}/manage/lifecycle/enable', accountId: '557058:a' },
			enable,
		],
	])('is %s %s, once, and what is stored of it is what was sent', async (method, url, reply, body, asked, make) => {
		const { answer, site } = await answeredWith(reply, make);
		expect(answer).toMatchObject({ kind: 'done', status: reply.status ?? 200 });
		expect(site.seen).toHaveLength(1);
		expect(site.seen[0]).toMatchObject({ method, url });
		expect(sentJson(site)).toEqual(body);
		expect(site.seen[0]?.headers['content-type']).toBe(body === null ? undefined : 'application/json');
		expect(site.stored).toEqual([asked]);
		expect(site.changes.calls()).toEqual({ [asked.call]: 1 });
		expect(site.questions.calls()).toEqual({});
	});

	it('goes out with basic authentication on the site and the key on the admin API', async () => {
		const onSite = await answeredWith({ status: 204 }, addToDesk);
		expect(onSite.sent?.headers).toMatchObject({
			accept: 'application/json',
			'user-agent': 'Invite-Doctor/9.9.9',
			authorization: `Basic ${Buffer.from(`${email}:${canary}`).toString('base64')}`,
		});
		const onAdmin = await answeredWith({ status: 204 }, restore);
		expect(onAdmin.sent?.headers.authorization).toBe(`Bearer ${keyCanary}`);
	});

	it('gives the id of the account it created', async () => {
		expect((await answeredWith(created, create)).answer).toEqual({ kind: 'done', value: { accountId: 'qm:a:1' }, status: 201 });
	});

	it.each([['{}'], [''], ['{"accountId":""}'], ['{"accountId":7}'], ['<html>welcome</html>'], ['{"accountId":']])(
		'that was answered 201 %j may have created somebody',
		async (body) => {
			const { answer, site } = await answeredWith({ status: 201, body }, create);
			expect(answer).toEqual({ kind: 'unknown', code: 'unexpected-answer', status: 201 });
			expect(site.seen).toHaveLength(1);
		},
	);

	it('that is answered with a web page instead of nothing may not have reached the site', async () => {
		const { answer } = await answeredWith({ status: 200, body: '<html>Please log in to the network</html>' }, addToDesk);
		expect(answer).toEqual({ kind: 'unknown', code: 'unexpected-answer', status: 200 });
	});
});

describe('a refusal of a change', () => {
	const refused = (code: string, status: number, errorCode: string | null, said: string | null, lacks?: object) => ({
		kind: 'refused',
		code,
		status,
		errorCode,
		said,
		...(lacks === undefined ? {} : { lacks: expect.objectContaining(lacks) as unknown }),
	});
	const desk = (message: string, i18nKey: string) => ({ errorMessage: message, i18nErrorMessage: { i18nKey, parameters: [] } });
	const admin = (code: string, title: string, detail = title) => ({ errors: [{ id: '1', status: '400', code, title, detail }] });
	const denied = { 'X-Seraph-LoginReason': 'AUTHENTICATION_DENIED' };
	const nobody = { 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED' };

	it.each<[string, Make, Reply, ReturnType<typeof refused>]>([
		['a conflict', create, { status: 409, body: desk('Exists', 'sd.exists') }, refused('account-exists', 409, 'sd.exists', 'Exists')],
		['a refused address', create, { status: 400, body: desk('Not valid.', 'sd.no') }, refused('call-refused', 400, 'sd.no', 'Not valid.')],
		['an unknown desk', addToDesk, { status: 404, body: desk('No desk', 'sd.x') }, refused('call-refused', 404, 'sd.x', 'No desk')],
		['a missing right', create, { status: 403, body: { errorMessage: 'No' } }, refused('caller-lacks-rights', 403, null, 'No')],
		['a wrong token', addToDesk, { status: 401, body: {} }, refused('token-rejected', 401, null, null)],
		['a CAPTCHA', addToDesk, { status: 403, body: {}, headers: denied }, refused('token-rejected', 403, null, null)],
		['nobody', addToDesk, { status: 404, body: {}, headers: nobody }, refused('token-rejected', 404, null, null)],
		['a wrong key', restore, { status: 401, body: { code: 401, message: 'no' } }, refused('org-key-rejected', 401, null, 'no')],
		[
			'a key without the scope',
			restore,
			{ status: 403, body: admin('ADMIN-401-2', 'INSUFFICIENT_SCOPE') },
			refused('scope-missing', 403, 'ADMIN-401-2', 'INSUFFICIENT_SCOPE', { which: 'orgApiKey', use: 'change-directory' }),
		],
		[
			'an inactive account',
			assign,
			{ status: 400, body: admin('ADMIN-UAM-400-2', 'Inactive user', 'Restore it first') },
			refused('call-refused', 400, 'ADMIN-UAM-400-2', 'Inactive user Restore it first'),
		],
		[
			'no subscription',
			invite,
			{ status: 402, body: admin('ADMIN-UAM-402-1', 'Pay') },
			refused('no-subscription', 402, 'ADMIN-UAM-402-1', 'Pay'),
		],
		[
			'a full licence, which is no existing account',
			assign,
			{ status: 409, body: admin('ADMIN-UAM-409-3', 'Full') },
			refused('seat-limit', 409, 'ADMIN-UAM-409-3', 'Full'),
		],
		[
			'a foreign account',
			enable,
			{ status: 403, body: { key: 'forbidden' } },
			refused('caller-lacks-rights', 403, 'forbidden', 'forbidden'),
		],
		[
			'a planned deletion',
			enable,
			{
				status: 409,
				body: {
					key: 'conflict.lifecycleErrors',
					context: { message: 'Not eligible.', accountId: 'a', errorCodes: [{ code: 'pending.deletion', message: 'Cancel it.' }] },
				},
			},
			refused('call-refused', 409, 'conflict.lifecycleErrors', 'Not eligible. Cancel it.'),
		],
		['a web page', remove, { status: 404, body: '<html>Not here</html>' }, refused('call-refused', 404, null, null)],
		['a misdirected request', restore, { status: 421, body: {} }, refused('call-refused', 421, null, null)],
	])('for %s', async (_what, make, reply, expected) => {
		const { answer, site } = await answeredWith(reply, make);
		expect(answer).toEqual(expected);
		expect(site.seen).toHaveLength(1);
	});
});

describe('an invitation', () => {
	const one = (...results: unknown[]) => ({
		data: [{ id: 'a', email: person.toUpperCase(), results: [{ roleAssignmentResult: results }] }],
	});
	const ok = { role: 'atlassian/customer', resource: jsm, status: 'INVITED', statusReason: null };
	const bad = { ...ok, status: 'ERROR', statusReason: 'ADMIN-UAM-400-2: Inactive user' };

	it.each([200, 206])('answered %i INVITED is done', async (status) => {
		expect((await answeredWith({ status, body: one(ok) }, invite)).answer).toEqual({ kind: 'done', value: null, status });
	});

	it.each([200, 206])('answered %i ERROR is refused with the reason', async (status) => {
		expect((await answeredWith({ status, body: one(ok, bad) }, invite)).answer).toEqual({
			kind: 'refused',
			code: 'call-refused',
			status,
			errorCode: null,
			said: bad.statusReason,
		});
	});

	it('refused without a reason says nothing', async () => {
		const { answer } = await answeredWith({ status: 206, body: one({ ...bad, statusReason: null }) }, invite);
		expect(answer).toMatchObject({ kind: 'refused', said: null });
	});

	it.each([
		['no results', one()],
		['a result of tomorrow', one({ ...ok, status: 'QUEUED' })],
		['another address', { data: [{ email: 'else@acme.example', results: [{ roleAssignmentResult: [ok] }] }] }],
		['nobody', { data: [] }],
		['nothing', ''],
		['a web page', '<html></html>'],
	])('answered with %s is not known', async (_what, body) => {
		expect((await answeredWith({ status: 206, body }, invite)).answer).toEqual({ kind: 'unknown', code: 'unexpected-answer', status: 206 });
	});
});

describe('a change is sent once', () => {
	const none = { status: null };

	it.each([204, 300, 302, 307, 308, 400, 401, 403, 407, 408, 409, 421, 425, 429, 500, 501, 502, 503, 504])(
		'and %i ends it',
		async (status) => {
			const headers = { 'Retry-After': '0', Location: '/elsewhere', 'WWW-Authenticate': 'Basic realm="x"' };
			for (const make of [addToDesk, restore, remove]) {
				const site = await changing(({ method }) => (method === 'GET' ? {} : { status, headers }));
				await make(site.changes, site.depart);
				// A second one would have come by the same connection, before this question.
				await site.questions.myself();
				expect(site.seen.map(({ method }) => method)).toEqual([site.seen[0]?.method, 'GET']);
				expect(site.seen[0]?.method).not.toBe('GET');
				expect(site.stored).toHaveLength(1);
			}
		},
	);

	it.each([
		[302, 'unexpected-answer'],
		[304, 'unexpected-answer'],
		[408, 'timed-out'],
		[500, 'site-error'],
		[502, 'site-error'],
		[503, 'site-error'],
		[504, 'site-error'],
	])('and %i does not tell what became of it', async (status, code) => {
		const { answer, site } = await answeredWith({ status, headers: { 'Retry-After': '0', Location: '/' } }, addToDesk);
		expect(answer).toEqual({ kind: 'unknown', code, status });
		expect(site.logged).toHaveLength(1);
	});

	it('and its connection may break before an answer', async () => {
		const site = await changing((_seen, _nth, response) => {
			response.destroy();
			return 'left-to-me';
		});
		expect(await addToDesk(site.changes, site.depart)).toEqual({ kind: 'unknown', code: 'unreachable', ...none });
		expect(site.seen).toHaveLength(1);
	});

	it('and its connection may break in the middle of one', async () => {
		const site = await changing((_seen, _nth, response) => {
			response.writeHead(201, { 'content-type': 'application/json', 'content-length': '100' });
			response.write('{"accountId":', () => response.destroy());
			return 'left-to-me';
		});
		expect(await create(site.changes, site.depart)).toEqual({ kind: 'unknown', code: 'unreachable', ...none });
		expect(site.seen).toHaveLength(1);
	});

	it('and its connection may be taken for something else', async () => {
		const site = await changing((_seen, _nth, response) => {
			response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
			return 'left-to-me';
		});
		expect(await addToDesk(site.changes, site.depart)).toMatchObject({ kind: 'unknown', ...none });
		expect(site.seen).toHaveLength(1);
	});

	it.each(['before', 'in the middle of'])('and 30 s are all it is given %s an answer', async (when) => {
		const site = await changing((_seen, _nth, response) => {
			if (when !== 'before') {
				response.writeHead(201, { 'content-type': 'application/json' });
				response.write('{');
			}
			return 'left-to-me';
		});
		const answer = create(site.changes, site.depart);
		await expect.poll(() => site.seen.length).toBe(1);
		await site.clock.advance(29_999);
		expect(site.logged).toEqual([]);
		await site.clock.advance(1);
		expect(await answer).toEqual({ kind: 'unknown', code: 'timed-out', ...none });
		expect(site.clock.nextInMs).toBeNull();
		expect(site.seen).toHaveLength(1);
	});

	it('and nobody may be listening', async () => {
		const site = await changing(() => ({}), { origin: 'http://127.0.0.1:9' });
		expect(await addToDesk(site.changes, site.depart)).toEqual({ kind: 'unknown', code: 'unreachable', ...none });
		expect(site.stored).toHaveLength(1);
	});

	it('and an endless answer is not waited for', async () => {
		const site = await changing((_seen, _nth, response) => {
			const megabyte = 'x'.repeat(1_024 * 1_024);
			const more = (failed?: Error | null): void => void (failed || response.destroyed || response.write(megabyte, more));
			more();
			return 'left-to-me';
		});
		expect(await create(site.changes, site.depart)).toEqual({ kind: 'unknown', code: 'unexpected-answer', ...none });
		expect(site.seen).toHaveLength(1);
	});
});

describe('a 429', () => {
	it('is no refusal, and holds the next change as long as it says', async () => {
		const site = await changing((_seen, nth) =>
			nth === 1 ? { status: 429, body: '<html>', headers: { 'Retry-After': '7' } } : { status: 204 },
		);
		expect(await addToDesk(site.changes, site.depart)).toEqual({ kind: 'limited' });
		const start = site.clock.now();
		expect(await drive(site.clock, addToDesk(site.changes, site.depart))).toMatchObject({ kind: 'done' });
		expect(site.clock.now() - start).toBe(7_000);
		expect(site.seen).toHaveLength(2);
		expect(site.logged.join()).toContain('change-limited');
	});
});

describe('what is stored of a change', () => {
	it('is stored before the site sees it', async () => {
		let storedFirst: boolean | null = null;
		const site = await changing(() => {
			storedFirst = site.stored.length === 1;
			return { status: 204 };
		});
		await enable(site.changes, site.depart);
		expect(storedFirst).toBe(true);
	});

	it('must be stored, or nothing is sent and nobody waits for it', async () => {
		const site = await changing(() => ({ status: 204 }));
		const full: Depart = () => failed('store-full');
		for (let count = 0; count < 10; count += 1) {
			expect(await drive(site.clock, restore(site.changes, full))).toEqual({
				kind: 'unsent',
				failure: { code: 'store-full', details: {} },
			});
		}
		expect(site.seen).toHaveLength(0);
		expect(site.changes.calls()).toEqual({});
		expect(await drive(site.clock, restore(site.changes, site.depart))).toMatchObject({ kind: 'done' });
	});

	it('may be a bug, which is thrown on and keeps no place in the line', async () => {
		const site = await changing(() => ({ status: 204 }));
		const broken: Depart = () => {
			throw new Error('bug');
		};
		for (let count = 0; count < 10; count += 1) {
			await expect(drive(site.clock, restore(site.changes, broken))).rejects.toThrow('bug');
		}
		expect(site.seen).toHaveLength(0);
		expect(await drive(site.clock, restore(site.changes, site.depart))).toMatchObject({ kind: 'done' });
	});

	it.each<[string, Make, string, StandInOptions]>([
		['without the key it needs', restore, 'token-missing', { orgApiKey: null }],
		['with a key that cannot be a header', enable, 'org-key-rejected', { orgApiKey: 'a\nb' }],
		['for an id that would change the path', (changes, depart) => changes.remove('o', '..', 'a', depart), 'call-refused', {}],
	])('is nothing where it cannot be sent: %s', async (_what, make, code, options) => {
		const site = await changing(() => ({ status: 204 }), options);
		expect(await make(site.changes, site.depart)).toMatchObject({ kind: 'unsent', failure: { code } });
		expect(site.stored).toEqual([]);
		expect(site.seen).toHaveLength(0);
	});
});

describe('cancelling', () => {
	it('ends a change that waits for its turn, which is then neither stored nor sent', async () => {
		const run = new AbortController();
		const site = await changing(() => ({ status: 429, headers: { 'Retry-After': '60' } }), { signal: run.signal });
		await addToDesk(site.changes, site.depart);
		const waiting = Promise.all([addToDesk(site.changes, site.depart), addToDesk(site.changes, site.depart)]);
		run.abort();
		expect(await waiting).toEqual(Array(2).fill({ kind: 'unsent', failure: { code: 'cancelled', details: {} } }));
		expect(site.stored).toHaveLength(1);
		expect(site.seen).toHaveLength(1);
	});

	it('comes before a change begins', async () => {
		const site = await changing(() => ({ status: 204 }), { signal: AbortSignal.abort() });
		expect(await addToDesk(site.changes, site.depart)).toEqual({ kind: 'unsent', failure: { code: 'cancelled', details: {} } });
		expect(site.stored).toEqual([]);
	});

	it('lets nothing depart once it was said, in whichever moment of the turn that is', async () => {
		const kinds: string[] = [];
		for (let moment = 0; moment < 12; moment += 1) {
			const run = new AbortController();
			const site = await changing(() => ({ status: 204 }), { signal: run.signal });
			const ticks = site.clock.ticks();
			const abortAfter = (steps: number): void => (steps === 0 ? run.abort() : queueMicrotask(() => abortAfter(steps - 1)));
			let asked = false;
			site.clock.ticks = () => {
				if (!asked) queueMicrotask(() => abortAfter(moment));
				asked = true;
				return ticks;
			};
			const saidBefore: boolean[] = [];
			const depart: Depart = (change) => {
				saidBefore.push(run.signal.aborted);
				return site.depart(change);
			};
			const { kind } = (await addToDesk(site.changes, depart)) as { kind: string };
			kinds.push(kind);
			expect({ moment, saidBefore, sent: site.seen.length }).toEqual(
				kind === 'done' ? { moment, saidBefore: [false], sent: 1 } : { moment, saidBefore: [], sent: 0 },
			);
		}
		expect(new Set(kinds)).toEqual(new Set(['unsent', 'done']));
	});

	it.each(['before', 'in the middle of'])('does not reach a change that has left: it is answered %s', async (when) => {
		const run = new AbortController();
		let finish = (): void => undefined;
		const site = await changing(
			(_seen, _nth, response) => {
				if (when !== 'before') {
					response.writeHead(201, { 'content-type': 'application/json' });
					response.write('{"accountId":');
				}
				finish = () => {
					if (when === 'before') response.writeHead(201, { 'content-type': 'application/json' });
					response.end(when === 'before' ? '{"accountId":"qm:a:1"}' : '"qm:a:1"}');
				};
				return 'left-to-me';
			},
			{ signal: run.signal },
		);
		const answer = create(site.changes, site.depart);
		await expect.poll(() => site.seen.length).toBe(1);
		run.abort();
		finish();
		expect(await answer).toEqual({ kind: 'done', value: { accountId: 'qm:a:1' }, status: 201 });
	});

	it('by whoever stores the intent comes too late', async () => {
		const run = new AbortController();
		const site = await changing(() => ({ status: 204 }), { signal: run.signal });
		const depart: Depart = (asked) => {
			run.abort();
			return site.depart(asked);
		};
		expect(await addToDesk(site.changes, depart)).toMatchObject({ kind: 'done' });
		expect(site.seen).toHaveLength(1);
	});
});

it('shows a token nowhere, even where the site sends it back', async () => {
	const pair = Buffer.from(`${email}:${canary}`).toString('base64');
	const words = `${canary} Basic ${pair} Bearer ${keyCanary}! ${encodeURIComponent(pair)}`;
	const shown: unknown[] = [];
	for (const status of [200, 201, 206, 302, 400, 401, 403, 404, 409, 429, 500, 503]) {
		const site = await changing((seen) => ({
			status,
			body: {
				errorMessage: `${'x'.repeat(490)}${words}`,
				errorMessages: [words],
				errors: [{ code: keyCanary, title: words, detail: `${seen.headers.authorization}` }],
				message: `a\u200b${canary.slice(0, 4)}\u200b${canary.slice(4)}`,
				key: `k${canary}`,
				i18nErrorMessage: { i18nKey: canary },
				data: [{ email: person, results: [{ roleAssignmentResult: [{ status: 'ERROR', statusReason: words }] }] }],
			},
			headers: { 'Retry-After': '1', 'X-Seraph-LoginReason': canary, Location: `/?${canary}` },
		}));
		for (const make of [create, addToDesk, addToOrganisation, restore, remove, assign, invite, enable]) {
			shown.push(await drive(site.clock, make(site.changes, site.depart)));
		}
		shown.push(site.stored, site.logged, site.changes, site.changes.calls());
	}
	const text = inspect(shown, { depth: 20, maxStringLength: null, maxArrayLength: null }) + JSON.stringify(shown);
	for (const secret of ['CANARY', 'orgkey', pair, encodeURIComponent(pair)]) {
		expect(text).not.toContain(secret);
	}
	expect(text).toContain('[secret]');
});
