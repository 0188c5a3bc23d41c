import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { cautiousChoices, type PlanChoices } from '#shared/plan.ts';
import { type Api, api } from '../../api.ts';
import { mailWords, planWords, words } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { Choice, Choices } from '../../ui/choice.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';

const text = planWords.make;

/** Rows that a plan can be made for: these, or whichever fit. */
export type PlanScope =
	| { readonly label: string; readonly ids: Iterable<number> }
	| { readonly label: string; readonly filter: NonNullable<Parameters<Api['plans']['create']>[0]['filter']> };

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
		making.mutate({ runId, ...rows, choices });
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
			</Choices>
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
			<div className={page['dialogActions']}>
				<Button loading={making.isPending} onClick={make}>
					{text.create}
				</Button>
				<Button variant="default" onClick={onClose}>
					{words.common.cancel}
				</Button>
			</div>
		</div>
	);
};

/** What the person who makes a plan has to decide; nothing of it is assumed, and the cautious answers stand first. */
export const PlanDialog = (props: PlanDialogProps) => (
	<Modal
		opened={props.opened}
		onClose={props.onClose}
		title={text.title}
		size={520}
		closeButtonProps={{ 'aria-label': words.common.close }}
	>
		<PlanForm {...props} />
	</Modal>
);
