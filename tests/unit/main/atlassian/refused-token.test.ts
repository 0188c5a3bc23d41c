import { expect, it } from 'vitest';
import { Secret } from '#core/secret.ts';
import type { SignIn } from '#main/atlassian/credentials.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { drive } from '../../../support/manual-clock.ts';
import { type Answerer, standIn } from './stand-in.ts';

const person = { accountId: '5b-1', accountType: 'atlassian', active: true, displayName: 'Robin' };
const unauthorised = { status: 401, body: { code: 401, message: 'Unauthorized' } };
const gateway = { via: 'gateway', cloudId: 'c-1' } as const;

/** Tokens by number, each until it is refused. */
const signedIn = (next: (nth: number) => Outcome<Secret> = (nth) => done(new Secret(`CANARY-access-${nth}`))) => {
	let nth = 1;
	const refused: string[] = [];
	const signIn: SignIn = {
		by: 'oauth',
		tokens: {
			current: async () => next(nth),
			refuse: (token) => {
				refused.push(token);
				nth += 1;
			},
			used: () => [1, 2, 3].map((one) => new Secret(`CANARY-access-${one}`)),
		},
	};
	return { signIn, refused };
};

const at = (answer: Answerer, signIn: SignIn) => standIn(answer, { door: gateway, signIn });

it('that somebody signed in for is sent as a bearer, to the gateway only', async () => {
	const site = await at(() => ({ body: person }), signedIn().signIn);
	expect(await drive(site.clock, site.questions.myself())).toMatchObject({ ok: true });
	expect(site.seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
		['/ex/jira/c-1/rest/api/3/myself', 'Bearer CANARY-access-1'],
	]);
});

it('is followed by the next one, and the question is asked once more', async () => {
	const { signIn, refused } = signedIn();
	const site = await at(({ headers }) => (headers.authorization === 'Bearer CANARY-access-1' ? unauthorised : { body: person }), signIn);
	expect(await drive(site.clock, site.questions.myself())).toMatchObject({ ok: true });
	expect([refused, site.seen.length]).toEqual([['CANARY-access-1'], 2]);
});

it('is not what is wrong where the next one is refused as well: that call costs no further token', async () => {
	const { signIn, refused } = signedIn();
	const site = await at(({ url }) => (url.includes('/user') ? unauthorised : { body: person }), signIn);
	for (let asked = 0; asked < 3; asked++) {
		expect(await drive(site.clock, site.questions.account('5b-1'))).toMatchObject({
			failure: { code: 'token-rejected', details: { signedIn: true } },
		});
	}
	expect([refused.length, site.seen.length]).toEqual([1, 4]);
	expect(await drive(site.clock, site.questions.myself())).toMatchObject({ ok: true });
});

it('that cannot be had is why nothing is sent', async () => {
	const site = await at(() => ({ body: person }), signedIn(() => failed('sign-in-needed', { why: 'ended' })).signIn);
	expect(await drive(site.clock, site.questions.myself())).toMatchObject({ failure: { code: 'sign-in-needed' } });
	expect(
		await drive(
			site.clock,
			site.changes.addToDesk('1', '5b-1', () => done(null)),
		),
	).toMatchObject({
		kind: 'unsent',
		failure: { code: 'sign-in-needed' },
	});
	expect(site.seen).toEqual([]);
});

it('of a change is given up, and the change is sent once', async () => {
	const { signIn, refused } = signedIn();
	const site = await at(() => unauthorised, signIn);
	expect(
		await drive(
			site.clock,
			site.changes.addToDesk('1', '5b-1', () => done(null)),
		),
	).toMatchObject({
		kind: 'refused',
		code: 'sign-in-needed',
	});
	expect([refused, site.seen.length]).toEqual([['CANARY-access-1'], 1]);
});

it('is masked in the site’s own words', async () => {
	const site = await at(({ headers }) => ({ status: 400, body: { errorMessage: `No: ${headers.authorization}` } }), signedIn().signIn);
	const answer = await drive(
		site.clock,
		site.changes.addToDesk('1', '5b-1', () => done(null)),
	);
	expect(answer).toMatchObject({ kind: 'refused', said: 'No: Bearer [secret]' });
	expect(JSON.stringify([answer, site.logged])).not.toContain('CANARY');
});
