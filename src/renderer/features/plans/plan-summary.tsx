import { Button } from '@mantine/core';
import type { Plan } from '#shared/plan.ts';
import type { PlanResult } from '#shared/row-results.ts';
import { isGuided, type RemedyId, remedyCatalogue } from '#shared/remedies.ts';
import { causeTexts, planWords, changeTexts, remedyDetails, remedyTexts } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { formatDuration } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import { PageLoading } from '../../ui/page-states.tsx';
import { CauseDot } from '../verdicts/cause-dot.tsx';
import { ResultNumbers } from './plan-result.tsx';
import classes from './plan-summary.module.css';
import { MailNote } from './mail-note.tsx';
import { usePlanResult } from './plan-queries.ts';
import { usePlanView } from './plan-view.ts';

/** The rows of a plan that one remedy is for. */
type RemedyGroup = PlanResult['remedies'][number];

const text = planWords.groups;

/** Of one remedy: what it does, from what to what, and what there is to know before it runs. */
export const RemedyFacts = ({ group, desk }: { readonly group: RemedyGroup; readonly desk: string }) => {
	const { remedy, example } = group;
	const { does, after, cost } = remedyDetails[remedy];
	return (
		<>
			{example.steps.length === 0 && <p>{does}</p>}
			<dl className={classes['facts']}>
				{example.steps.length > 1 && (
					<div>
						<dt>{text.steps}</dt>
						<dd>{example.steps.map((step) => changeTexts[step]).join(' → ')}</dd>
					</div>
				)}
				<div>
					<dt>{text.before}</dt>
					<dd className={classes['cause']}>
						<CauseDot cause={example.before.cause} />
						{causeTexts[example.before.cause].label}
					</dd>
				</div>
				<div>
					<dt>{text.after}</dt>
					<dd>{after(desk)}</dd>
				</div>
				{cost !== undefined && (
					<div>
						<dt>{text.cost}</dt>
						<dd data-destructive={remedyCatalogue[remedy].destructive}>{cost}</dd>
					</div>
				)}
			</dl>
		</>
	);
};

export const GroupTitle = ({ remedy }: { readonly remedy: RemedyId }) => (
	<h3>
		{remedyTexts[remedy].replace(/\.$/, '')}
		{remedyCatalogue[remedy].destructive && <span className={classes['destructive']}>{text.destructive}</span>}
	</h3>
);

const Group = ({ group, desk }: { readonly group: RemedyGroup; readonly desk: string }) => {
	const { remedy, rowCount } = group;
	const show = usePlanView((view) => view.show);
	return (
		<section className={classes['group']} aria-label={remedyTexts[remedy]}>
			<div className={classes['groupHead']}>
				<GroupTitle remedy={remedy} />
				<span className={page['muted']}>{text.rows(rowCount)}</span>
				<Button
					variant="subtle"
					size="compact-xs"
					aria-label={`${text.showRows}: ${remedyDetails[remedy].label}`}
					onClick={() => show('rows', { remedies: [remedy] })}
				>
					{text.showRows}
				</Button>
			</div>
			<RemedyFacts group={group} desk={desk} />
		</section>
	);
};

const Groups = ({ groups, desk }: { readonly groups: readonly RemedyGroup[]; readonly desk: string }) => (
	<div className={classes['groups']}>
		{groups.map((group) => (
			<Group key={group.remedy} group={group} desk={desk} />
		))}
	</div>
);

const ByPeople = ({
	plan,
	groups,
	result,
}: {
	readonly plan: Plan;
	readonly groups: readonly RemedyGroup[];
	readonly result: PlanResult;
}) => {
	const { laterCount, cannotCount } = result;
	const notes = [...(cannotCount > 0 ? [text.impossible(cannotCount)] : []), ...(laterCount > 0 ? [text.later(laterCount)] : [])];
	const hasMessages = groups.some(({ remedy }) => remedyCatalogue[remedy].by === 'message');
	return (
		<div className={page['section']}>
			<div className={page['head']}>
				<h2>{text.byPerson}</h2>
				<div className={page['actions']}>
					{hasMessages && (
						<Button component="a" variant="default" href={routeHash({ at: 'messages', planId: plan.id, domain: null })}>
							{planWords.buttons.messages}
						</Button>
					)}
					<Button component="a" variant="default" href={routeHash({ at: 'work', planId: plan.id })}>
						{planWords.buttons.work}
					</Button>
				</div>
			</div>
			{notes.length > 0 && <p className={page['muted']}>{notes.join(', ')}</p>}
			<Groups groups={groups} desk={plan.desk.name} />
		</div>
	);
};

/** The plan in words: what it has come to, what the product does, and what is left to a person. */
export const PlanSummary = ({ plan }: { readonly plan: Plan }) => {
	const result = usePlanResult(plan.id);
	if (result === undefined) return <PageLoading text={text.loading} />;
	const groups = result.remedies;
	const byCalls = groups.filter(({ remedy }) => !isGuided(remedy));
	const byPeople = groups.filter(({ remedy }) => isGuided(remedy));
	const { changes, calls, ms } = plan.estimate;
	return (
		<div className={classes['summary']}>
			<ResultNumbers plan={plan} />
			<div className={page['section']}>
				<div className={page['head']}>
					<h2>{text.byApp}</h2>
					{byCalls.length > 0 && (
						<span className={page['muted']}>
							{planWords.page.estimate(changes, calls, formatDuration(ms))}
							{plan.state === 'planned' && `. ${planWords.page.nothingSent}`}
						</span>
					)}
				</div>
				<MailNote plan={plan} />
				{byCalls.length === 0 && <p className={page['muted']}>{text.noneByApp}</p>}
				<Groups groups={byCalls} desk={plan.desk.name} />
			</div>
			{byPeople.length > 0 && <ByPeople plan={plan} groups={byPeople} result={result} />}
		</div>
	);
};
