import { expect, it } from 'vitest';
import { LiveJob } from '#main/jobs/live-job.ts';
import { manualClock } from '../storage/samples.ts';

const changes = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));

it('tells the pace of checking alone, and nothing before there is one', () => {
	const clock = manualClock();
	const live = new LiveJob<'connecting' | 'checking', { readonly id: number }>(clock, { first: 'connecting', paced: 'checking' });
	live.report(changes(5));
	clock.moveTo(1_010_000);
	expect([live.perSecond(), live.leftMs(100)]).toEqual([null, null]);
	live.takeStep('checking');
	expect(live.perSecond()).toBeNull();
	live.report(changes(30));
	expect(live.perSecond()).toBeNull();
	clock.moveTo(1_012_000);
	expect([live.perSecond(), live.leftMs(60)]).toEqual([15, 4000]);
});
