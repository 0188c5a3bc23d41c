import { expect, it } from 'vitest';
import { ownerMessages } from '#main/services/plans/owner-messages.ts';
import { messagesCsv } from '#main/services/reports/plan-report.ts';
import { done, failed } from '#shared/outcome.ts';
import type { OwnerAudience } from '#shared/owner-messages.ts';
import { planRow, somePlan } from '../../../../support/plan-rows.ts';
import { valueOf } from '../../storage/samples.ts';

const rows = [
	planRow({ id: 0, email: 'ann@one.example', remedy: 'ask-owning-organisation' }),
	planRow({ id: 1, email: 'ben@two.example', remedy: 'ask-owning-organisation' }),
	planRow({ id: 2, email: 'cid@two.example', remedy: 'ask-owning-organisation' }),
	planRow({ id: 3, email: 'eva@two.example' }),
];

const sent = [{ domain: 'two.example', to: 'administrators' as const, user: 'ann', at: '2026-11-25T09:02:00.000Z' }];

const write = (
	to: OwnerAudience,
	more: { language?: 'en' | 'de'; organisation?: string; worded?: Readonly<Record<string, string>> } = {},
) => {
	const { language = 'en', organisation, worded = {} } = more;
	const plans = {
		plan: (id: string) => (id === 'plan-1' ? done(somePlan()) : failed('plan-not-found')),
		allRows: () => rows,
		messagesSent: () => sent,
	};
	const settings = { get: (key: string) => done(worded[key] ?? null) };
	return ownerMessages({ plans, settings }, { planId: 'plan-1', to, language, organisation });
};

it('people are asked to pass it on, and learn of nobody else', async () => {
	const [first, second, ...others] = valueOf(await write('people'));
	expect(others).toEqual([]);
	expect(first).toMatchObject({ domain: 'two.example', addresses: ['ben@two.example', 'cid@two.example'] });
	expect(second).toMatchObject({ domain: 'one.example', subject: 'Please have your Atlassian account at one.example reactivated' });
	expect(second?.body).toContain('access to Help Centre on halden.atlassian.net');
	expect(first?.body).not.toContain('@');
});

it('administrators are asked for everybody by name', async () => {
	const [first] = valueOf(await write('administrators', { organisation: 'Halden Group' }));
	expect(first?.subject).toBe('Please reactivate accounts of two.example for our support portal');
	expect(first?.body).toContain('\n\nben@two.example\ncid@two.example\n\n');
	expect(first?.body).toContain('Thank you.\nHalden Group');
});

it('both are written in either language, and signed with the name of the site where no other is known', async () => {
	for (const to of ['people', 'administrators'] as const) {
		const [message] = valueOf(await write(to, { language: 'de' }));
		expect(message?.body).toMatch(/^Guten Tag,[^{}]*\nHalden\n$/s);
	}
});

it('each is worded as somebody worded it, and the other stays', async () => {
	const worded = { 'message.subject': 'You at {domain}', 'message.administrators.body': '{organisation}: {addresses}' };
	expect(valueOf(await write('people', { worded }))[0]?.subject).toBe('You at two.example');
	const [message] = valueOf(await write('administrators', { worded }));
	expect(message).toMatchObject({ body: 'Halden: ben@two.example\ncid@two.example' });
	expect(message?.subject).toMatch(/^Please reactivate/);
});

it('each tells whether somebody sent it, to these and not to the others', async () => {
	const signs = async (to: OwnerAudience) => valueOf(await write(to)).map((message) => message.sent?.user ?? null);
	expect([await signs('people'), await signs('administrators')]).toEqual([
		[null, null],
		['ann', null],
	]);
});

it('a table has a line for each person, or for each message to administrators', async () => {
	const lines = async (to: OwnerAudience) => [...messagesCsv({ to, titles: ['Domain'], messages: valueOf(await write(to)) })].length;
	expect([await lines('people'), await lines('administrators')]).toEqual([1 + 3, 1 + 2]);
});
