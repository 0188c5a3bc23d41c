import { TextInput } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Plan } from '#shared/plan.ts';
import { type RemedyId, remedyCatalogue, remedyIds } from '#shared/remedies.ts';
import type { PlanResult } from '#shared/row-results.ts';
import { api, ask } from '../../api.ts';
import { useConnection } from '../../connection.ts';
import { failureText, type WindowFailure, planWords, remedyDetails } from '../../messages.ts';
import { DialogActions } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import { useDelayed } from '../../ui/use-time.ts';
import { extentOf, type Intention, leadOf, startWord } from './intention.ts';
import { MailNote } from './mail-note.tsx';
import { PeopleList } from './people-list.tsx';
import { noPlanFilter } from './plan-filter.ts';
import { isSamePlan, startPlan } from './plan-queries.ts';
import { type AtStake, useRowsAtStake } from './rows-at-stake.ts';
import classes from './start-dialog.module.css';
import { BeyondRetry } from './plan-result.tsx';

const destructive: readonly RemedyId[] = remedyIds.filter((id) => remedyCatalogue[id].destructive);

/** A second click that was meant for the button underneath lands on nothing. */
const armedAfterMs = 500;

const text = planWords.confirm;

/** What is about to be done, to how many, and what it may lead to. */
const What = ({ lead, groups, rows }: { readonly lead: string; readonly groups: AtStake['groups']; readonly rows: AtStake['rows'] }) => {
	const costs = groups.flatMap(({ remedy }) => remedyDetails[remedy].cost ?? []);
	return (
		<>
			<p>{lead}</p>
			<ul className={classes['what']}>
				{groups.map(({ remedy, rowCount }) => (
					<li key={remedy}>{text.rowsOf(rowCount, remedyDetails[remedy].label)}</li>
				))}
			</ul>
			{rows.length > 0 && (
				<ul className={classes['people']} aria-label={text.taken} tabIndex={0}>
					{rows.map(({ id, email, remedy }) => (
						<li key={id}>
							{email} <span className={page['muted']}>{remedyDetails[remedy].label}</span>
						</li>
					))}
				</ul>
			)}
			{costs.length > 0 && (
				<div className={classes['lead']}>
					<h3>{text.costs}</h3>
					<ul className={classes['what']}>
						{costs.map((cost) => (
							<li key={cost}>{cost}</li>
						))}
					</ul>
				</div>
			)}
		</>
	);
};

const bringsRolesBack: RemedyId = 'restore-access';

interface RolesBackProps {
	readonly planId: string;
	readonly intention: Intention;
	readonly groups: AtStake['groups'];
	/** `null`: too many to stand in one list with what is done for each. */
	readonly named: AtStake['rows'] | null;
}

/** Whose former roles come back, by name: those may be billed. */
const RolesBack = ({ planId, intention, groups, named }: RolesBackProps) => {
	if (!groups.some(({ remedy }) => remedy === bringsRolesBack)) return null;
	if (named === null) {
		const rows = intention.kind === 'retry' ? ({ retryable: true } as const) : { results: ['not-tried' as const] };
		return (
			<div className={classes['lead']}>
				<h3>{text.billedList}</h3>
				<PeopleList planId={planId} filter={{ ...noPlanFilter, ...rows, remedies: [bringsRolesBack] }} label={text.billedList} />
			</div>
		);
	}
	// Where everybody's do, they are listed above.
	if (groups.length === 1) return null;
	return (
		<div className={classes['lead']}>
			<h3>{text.billedList}</h3>
			<ul className={classes['people']} aria-label={text.billedList} tabIndex={0}>
				{named
					.filter(({ remedy }) => remedy === bringsRolesBack)
					.map(({ id, email }) => (
						<li key={id}>{email}</li>
					))}
			</ul>
		</div>
	);
};

/** Calls `onStale` as soon as the plan on the screen is not the one that was opened, or cannot be known to be. */
const useStaleness = (opened: Plan, plan: Plan, isStarting: boolean, onStale: (why: string) => void): void => {
	const { state, epoch } = useConnection();
	const [openedIn] = useState(epoch);
	const isChanged = !isSamePlan(opened, plan);
	const isCut = state !== 'open' || epoch !== openedIn;
	useEffect(() => {
		// What changes while it starts was changed by starting it; how that ends is told by its answer.
		if (isStarting) return;
		if (isCut) onStale(text.cut);
		else if (isChanged) onStale(text.changed);
	}, [isCut, isChanged, isStarting, onStale]);
};

/** The second click of a double click lands beside the dialogue that the first one opened: it must not take the focus away. */
const useKeptFocus = () => {
	const inside = useRef<HTMLDivElement>(null);
	useWindowEvent('mousedown', (event) => {
		if (event.target instanceof Node && inside.current?.contains(event.target) !== true) event.preventDefault();
	});
	return inside;
};

interface FormProps {
	/** As it is now. */
	readonly plan: Plan;
	readonly opened: Plan;
	readonly intention: Intention;
	readonly groups: PlanResult['remedies'];
	readonly beyondRetry: PlanResult['beyondRetry'];
	readonly needsTyping: boolean;
	readonly onTypingDemanded: () => void;
	readonly onClose: () => void;
	readonly onStale: (why: string) => void;
}

export const StartForm = (props: FormProps) => {
	const { plan, opened, intention, groups, beyondRetry, needsTyping, onTypingDemanded, onClose, onStale } = props;
	const isArmed = useDelayed(true, armedAfterMs);
	const [typed, setTyped] = useState('');
	const [starting, setStarting] = useState(false);
	const [failure, setFailure] = useState<WindowFailure | null>(null);
	const isGone = useRef(false);
	const form = useKeptFocus();
	useEffect(() => {
		isGone.current = false;
		return () => {
			isGone.current = true;
		};
	}, []);
	useStaleness(opened, plan, starting, onStale);
	const isConfirmed = !needsTyping || typed === opened.confirm;

	const start = async (): Promise<void> => {
		if (!isArmed || !isConfirmed || starting) return;
		setStarting(true);
		setFailure(null);
		// Asked once more: what is on the screen may be older than what is stored.
		const now = await ask(api.plans.get.call({ planId: opened.id }));
		// Closed while it asked: that was a no.
		if (isGone.current) return;
		if (!now.ok || !isSamePlan(opened, now.value)) {
			onStale(now.ok ? text.changed : failureText(now.failure).happened);
			return;
		}
		const begun = await startPlan({
			planId: opened.id,
			...(intention.kind === 'first' ? { first: intention.count } : {}),
			...(intention.kind === 'retry' ? { retryFailed: true } : {}),
			...(needsTyping ? { confirm: typed, people: opened.people } : {}),
		});
		if (begun.ok) {
			onClose();
			return;
		}
		const failed = begun.failure;
		if (failed.code === 'connection-lost') onStale(text.cutStarting);
		else if (failed.code === 'confirmation-void') onStale(failureText(failed).happened);
		else {
			setStarting(false);
			if (failed.code === 'confirmation-missing' && !needsTyping) onTypingDemanded();
			else setFailure(failed);
		}
	};

	const extra = extentOf(intention, opened);
	const atStake = useRowsAtStake(opened.id, intention);
	return (
		<div ref={form} className={page['section']}>
			{needsTyping && (
				<div className={classes['removal']}>
					<PeopleList planId={opened.id} filter={{ ...noPlanFilter, remedies: destructive }} label={text.peopleList} lead={text.removed} />
					<TextInput
						label={text.type(opened.confirm ?? '')}
						value={typed}
						autoComplete="off"
						autoCapitalize="off"
						spellCheck={false}
						maxLength={200}
						onChange={(event) => setTyped(event.currentTarget.value)}
						onKeyDown={(event) => {
							// Enter is what people press without reading.
							if (event.key === 'Enter') event.preventDefault();
						}}
					/>
				</div>
			)}
			<What lead={leadOf(intention, opened)} groups={atStake?.groups ?? groups} rows={atStake?.rows ?? []} />
			<RolesBack planId={opened.id} intention={intention} groups={atStake?.groups ?? groups} named={atStake?.rows ?? null} />
			{extra !== null && <p>{extra}</p>}
			{intention.kind === 'retry' && <BeyondRetry causes={beyondRetry} />}
			<MailNote plan={opened} />
			{failure !== null && <FailureNote failure={failure} withKept={false} />}
			<DialogActions
				label={startWord(intention, needsTyping)}
				isDanger={needsTyping}
				disabled={!isArmed || !isConfirmed}
				loading={starting}
				onClick={() => void start()}
				focus="cancel"
				onCancel={onClose}
			/>
		</div>
	);
};
