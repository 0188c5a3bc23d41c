import { expect, it } from 'vitest';
import { messagesIn } from '#shared/messages/messages.ts';
import { resultText } from '#shared/messages/result-text.ts';
import type { WorkNote } from '#shared/plan.ts';
import { planRow } from '../../../support/plan-rows.ts';

const said = { user: 'ann', at: '2026-11-25T09:00:00.000Z' };
const cannot: WorkNote = { kind: 'cannot', reason: 'nobody answers', ...said };
const guided = { remedy: 'reactivate-portal-account', note: cannot } as const;

it('what was said of work stands behind its result, for as long as somebody has to do it', () => {
	expect(resultText(planRow(guided), messagesIn('en'))).toBe('Manual, cannot be done: nobody answers');
	expect(resultText(planRow(guided), messagesIn('de'))).toBe('Manuell, nicht möglich: nobody answers');
	expect(resultText(planRow({ ...guided, note: { kind: 'later', ...said } }), messagesIn('en'))).toBe('Manual, later');
	const added = { ...guided, after: { cause: 'already-customer', certainty: 'proven' } } as const;
	expect(resultText(planRow(added), messagesIn('en'))).toBe('Added');
});
