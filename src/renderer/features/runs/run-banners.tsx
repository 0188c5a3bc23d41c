import type { Run } from '#shared/run.ts';
import type { Verdict } from '#shared/verdict.ts';
import { causeTexts, failureText, words } from '../../messages.ts';
import classes from '../../ui/banner.module.css';
import { Banner } from '../../ui/banner.tsx';
import { WaitingBanner } from '../../ui/waiting-banner.tsx';
import { AwaitingAccess, useAwaitingAccess } from '../access/awaiting-access.tsx';

const Finding = ({ verdict, run }: { readonly verdict: Verdict; readonly run: Run }) => {
	const text = causeTexts[verdict.cause];
	const person = { email: run.site.name, domain: '', desk: run.desk?.name ?? words.run.allSites, suggestion: null, firstLine: null };
	return (
		<Banner tone="warning" title={text.verdict(person)}>
			{text.fix.centralized.slice(0, 1).map((step) => (
				<p key={step.text}>
					{step.text} {step.path !== undefined && <em>{step.path}</em>}
				</p>
			))}
		</Banner>
	);
};

const Stopped = ({ run }: { readonly run: Run }) => {
	const text = run.stop === null ? null : failureText(run.stop);
	const isAsked = run.stop?.code === 'cancelled' || run.stop?.code === 'site-asks-to-wait';
	return (
		<Banner tone={isAsked ? 'info' : 'danger'} role="status" title={text?.happened ?? words.run.stoppedNoReason}>
			<p>{words.run.stoppedKept(run.checkedCount, run.rowCount)}</p>
			{text !== null && <p>{text.next}</p>}
		</Banner>
	);
};

/** `onJudged`: the verdicts are others now. */
export const RunBanners = ({ run, onJudged }: { readonly run: Run; readonly onJudged: () => void }) => {
	const awaiting = useAwaitingAccess(run);
	const waiting = run.state === 'running' ? run.stop : null;
	if (run.state !== 'stopped' && waiting === null && run.findings.length === 0 && awaiting === 0) return null;
	return (
		<div className={classes['banners']}>
			{run.state === 'stopped' && <Stopped run={run} />}
			{waiting !== null && <WaitingBanner waiting={waiting} />}
			{awaiting > 0 && <AwaitingAccess run={run} rows={awaiting} onJudged={onJudged} />}
			{run.findings.map((verdict) => (
				<Finding key={verdict.cause} verdict={verdict} run={run} />
			))}
		</div>
	);
};
