import { Modal } from '@mantine/core';
import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CauseCode, causeCatalogue, causeCodes } from '#shared/causes.ts';
import { cautiousChoices, type PlanChoices } from '#shared/plan.ts';
import { type RemedyId, remedyIds } from '#shared/remedies.ts';
import type { RunRow } from '#shared/run.ts';
import { type Api, api } from '../../api.ts';
import { causeTexts, countedCauses, mailWords, planWords, remedyDetails } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { Choice, Choices } from '../../ui/choice.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import classes from './start-dialog.module.css';

const text = planWords.make;

/** Rows that a plan can be made for: these, or whichever fit. */
export type PlanScope =
	| { readonly label: string; readonly ids: Iterable<number> /** Whom it leaves alone, and why. */; readonly note?: string }
	| { readonly label: string; readonly filter: NonNullable<Parameters<Api['plans']['create']>[0]['filter']> };

/** More are not looked at one by one. */
const mostLookedAt = 500;

interface Scoped {
	/** The remedies that rows of the scope have, in the order of the catalogue. */
	readonly remedies: readonly RemedyId[];
	/** The rows themselves; `null` where they are too many, or whichever fit. */
	readonly rows: readonly RunRow[] | null;
}

/** Who is in the scope; `null` until it is known. */
const useScoped = (runId: string, scope: PlanScope | undefined): Scoped | null => {
	const ids = scope !== undefined && 'ids' in scope ? [...scope.ids] : null;
	const isFew = ids !== null && ids.length <= mostLookedAt;
	const { data: rows } = useQuery(api.runs.rows.queryOptions({ input: isFew ? { runId, ids } : skipToken }));
	const filter = scope !== undefined && 'filter' in scope ? scope.filter : {};
	const { data: summary } = useQuery(api.runs.summary.queryOptions({ input: isFew ? skipToken : { runId, filter } }));
	if (isFew) return rows === undefined ? null : { remedies: remedyIds.filter((id) => rows.some((row) => seenOf(row).remedy === id)), rows };
	if (summary === undefined) return null;
	const causes = causeCodes.filter((code) => (summary[code] ?? 0) > 0 && filter.causes?.includes(code) !== false);
	return { remedies: remedyIds.filter((id) => causes.some((code) => causeCatalogue[code].remedy === id)), rows: null };
};

/** What a plan goes by. */
const seenOf = (row: RunRow): Pick<RunRow, 'cause' | 'remedy'> => row.after ?? row;

/** Whether a plan by these choices has something to do for the row. */
const isTaken = (row: RunRow, { organisations, without = [] }: PlanChoices): boolean => {
	const { cause, remedy } = seenOf(row);
	if (remedy === null) return cause === 'already-customer' && organisations && row.organisation !== null;
	return !without.includes(remedy);
};

/** Whom the plan takes, by name, each with what is in the way; and whom it does not, and why. */
const Taken = ({ rows, choices }: { readonly rows: readonly RunRow[]; readonly choices: PlanChoices }) => {
	const taken = rows.filter((row) => isTaken(row, choices));
	const idle: Partial<Record<CauseCode, number>> = {};
	for (const row of rows) {
		const { cause, remedy } = seenOf(row);
		if (remedy === null && !isTaken(row, choices)) idle[cause] = (idle[cause] ?? 0) + 1;
	}
	return (
		<>
			{taken.length > 0 && (
				<Choices title={text.taken(taken.length)}>
					<ul className={classes['people']} aria-label={text.taken(taken.length)} tabIndex={0}>
						{taken.map((row) => (
							<li key={row.id}>
								{row.email} <span className={page['muted']}>{causeTexts[seenOf(row).cause].label}</span>
							</li>
						))}
					</ul>
				</Choices>
			)}
			{Object.keys(idle).length > 0 && <p className={page['muted']}>{text.notTaken(countedCauses(idle))}</p>}
		</>
	);
};

const withRemedy = ({ without = [], ...choices }: PlanChoices, remedy: RemedyId, isIn: boolean): PlanChoices => {
	const others = without.filter((one) => one !== remedy);
	return { ...choices, without: isIn ? others : [...others, remedy] };
};

interface PlanDialogProps {
	readonly opened: boolean;
	readonly onClose: () => void;
	readonly runId: string;
	/** The first is what is meant unless another one is chosen. */
	readonly scopes: readonly PlanScope[];
	readonly choices?: PlanChoices;
}

const PlanForm = ({ onClose, runId, scopes, choices: given = cautiousChoices }: PlanDialogProps) => {
	const [scopeIndex, setScopeIndex] = useState(0);
	const [choices, setChoices] = useState(given);
	const scope = scopes[scopeIndex] ?? scopes[0];
	const found = useScoped(runId, scope);
	const remedies = found?.remedies ?? [];
	// Until it is known what is at stake, nothing is held back.
	const isAtStake = (remedy: RemedyId): boolean => found === null || remedies.includes(remedy);
	const making = useMutation(
		api.plans.create.mutationOptions({
			meta: { failure: 'in place', invalidates: [api.plans.list.key()] },
			onSuccess: ({ planId }) => {
				onClose();
				goTo({ at: 'plan', planId });
			},
		}),
	);
	const make = (): void => {
		if (scope === undefined) return;
		const rows = 'ids' in scope ? { ids: [...scope.ids] } : { filter: scope.filter };
		const { without = [], ...decided } = choices;
		making.mutate({ runId, ...rows, choices: { ...decided, without: without.filter((remedy) => remedies.includes(remedy)) } });
	};

	return (
		<div className={page['section']}>
			<p className={page['muted']}>{text.intro}</p>
			<Choices title={text.scope}>
				{scopes.length === 1
					? scope?.label
					: scopes.map(({ label }, index) => (
							<Choice
								key={label}
								type="radio"
								name="scope"
								label={label}
								checked={index === scopeIndex}
								onChange={() => setScopeIndex(index)}
							/>
						))}
				{scope !== undefined && 'note' in scope && <p className={page['muted']}>{scope.note}</p>}
			</Choices>
			{found !== null && found.rows !== null && <Taken rows={found.rows} choices={choices} />}
			{remedies.length > 1 && (
				<Choices title={text.remedies}>
					{remedies.map((remedy) => (
						<Choice
							key={remedy}
							type="checkbox"
							name={`remedy-${remedy}`}
							label={remedyDetails[remedy].label}
							checked={choices.without?.includes(remedy) !== true}
							onChange={(isIn) => setChoices((now) => withRemedy(now, remedy, isIn))}
						/>
					))}
				</Choices>
			)}
			{isAtStake('ask-owning-organisation') && (
				<Choices title={text.managed}>
					<Choice
						type="radio"
						name="managed"
						label={text.ask}
						checked={choices.managedElsewhere === 'ask-owning-organisation'}
						onChange={() => setChoices((now) => ({ ...now, managedElsewhere: 'ask-owning-organisation' }))}
					>
						{text.askText}
					</Choice>
					<Choice
						type="radio"
						name="managed"
						label={text.replace}
						checked={choices.managedElsewhere === 'replace-with-portal-account'}
						onChange={() => setChoices((now) => ({ ...now, managedElsewhere: 'replace-with-portal-account' }))}
					>
						{text.replaceText}
					</Choice>
				</Choices>
			)}
			{isAtStake('create-and-add') && (
				<Choices title={mailWords.choice.title}>
					<Choice
						type="radio"
						name="invite"
						label={mailWords.choice.without}
						checked={choices.invite !== true}
						onChange={() => setChoices(({ invite: _with, ...now }) => now)}
					>
						{mailWords.choice.withoutText}
					</Choice>
					<Choice
						type="radio"
						name="invite"
						label={mailWords.choice.with}
						checked={choices.invite === true}
						onChange={() => setChoices((now) => ({ ...now, invite: true }))}
					>
						{mailWords.choice.withText}
					</Choice>
				</Choices>
			)}
			<Choices title={text.more}>
				<Choice
					type="checkbox"
					name="organisations"
					label={text.organisations}
					checked={choices.organisations}
					onChange={(organisations) => setChoices((now) => ({ ...now, organisations }))}
				>
					{text.organisationsText}
				</Choice>
			</Choices>
			{making.error !== null && <FailureNote failure={making.error} withKept={false} />}
			<DialogActions label={text.create} loading={making.isPending} onClick={make} onCancel={onClose} />
		</div>
	);
};

/** What the person who makes a plan has to decide; nothing of it is assumed, and the cautious answers stand first. */
export const PlanDialog = (props: PlanDialogProps) => (
	<Modal opened={props.opened} onClose={props.onClose} title={text.title} size={520}>
		<PlanForm {...props} />
	</Modal>
);
