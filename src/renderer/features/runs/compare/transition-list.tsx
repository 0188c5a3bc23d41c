import { useRef } from 'react';
import type { Transition } from '#shared/comparison.ts';
import { resultWords } from '../../../messages.ts';
import bar from '../../../ui/filter-bar.module.css';
import { formatCount } from '../../../ui/formats.ts';
import { VirtualOptions } from '../../../ui/virtual-options.tsx';
import { ComparedCauseLabel } from './compared-cause.tsx';
import classes from './transition-list.module.css';
import { groupOf, type PeopleChoice, type TransitionGroup, transitionGroups } from './transitions.ts';

const text = resultWords.compare;

interface TransitionListProps {
	readonly transitions: readonly Transition[];
	readonly group: TransitionGroup;
	readonly onGroup: (group: TransitionGroup) => void;
	readonly choices: readonly PeopleChoice[];
	readonly active: number;
	readonly onChoose: (position: number) => void;
}

const Together = ({ from, to }: PeopleChoice) => (
	<span>{from === 'absent' ? text.everybodyAdded : to === 'absent' ? text.everybodyRemoved : text.everybodyChanged}</span>
);

const Way = (choice: PeopleChoice) => {
	const { from, to } = choice;
	if (from === null || to === null) return <Together {...choice} />;
	if (from === to) {
		return (
			<>
				<ComparedCauseLabel cause={from} />
				<span className={classes['muted']}>{text.staysAs}</span>
			</>
		);
	}
	return (
		<>
			<ComparedCauseLabel cause={from} />
			<span className={classes['to']}>
				<span className={classes['muted']} role="img" aria-label={text.to}>
					→
				</span>
				<ComparedCauseLabel cause={to} />
			</span>
		</>
	);
};

const Option = (choice: PeopleChoice) => (
	<>
		<span className={classes['way']}>
			<Way {...choice} />
		</span>
		<span className={classes['count']}>{formatCount(choice.rows)}</span>
	</>
);

/** From which cause to which, and how many; chosen one at a time. */
export const TransitionList = ({ transitions, group, onGroup, choices, active, onChoose }: TransitionListProps) => {
	const list = useRef<HTMLDivElement>(null);
	const countOf = (wanted: TransitionGroup): number =>
		transitions.filter((transition) => groupOf(transition) === wanted).reduce((sum, { rows }) => sum + rows, 0);
	return (
		<>
			<fieldset className={`${bar['chips'] ?? ''} ${classes['groups'] ?? ''}`} aria-label={text.groups}>
				{transitionGroups.map((one) => (
					<button key={one} type="button" className={bar['chip']} aria-pressed={one === group} onClick={() => onGroup(one)}>
						{text.groupNames[one]}
						<span className={bar['count']}>{formatCount(countOf(one))}</span>
					</button>
				))}
			</fieldset>
			<VirtualOptions
				list={list}
				label={text.transitions}
				count={choices.length}
				active={active}
				onActivate={onChoose}
				optionAt={(position) => {
					const choice = choices[position];
					return choice === undefined ? null : <Option {...choice} />;
				}}
			/>
		</>
	);
};
