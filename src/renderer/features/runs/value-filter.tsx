import { Button } from '@mantine/core';
import { useDebouncedValue, useWindowEvent } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ValueCounts, ValueKind } from '#shared/run.ts';
import { api } from '../../api.ts';
import { resultWords, words } from '../../messages.ts';
import { formatCount } from '../../ui/formats.ts';
import { ChevronIcon } from '../../ui/icons.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useRunView } from './run-view.ts';
import classes from './value-filter.module.css';
import { chosenValues, contractFilter, withoutValue, withValue } from './view-filter.ts';

const text = resultWords.values;
const typingPauseMs = 150;
const mostShown = 200;

/** The values that fit what is typed, most rows first; a list of strangers has as many domains as rows, so never all of them. */
const useValues = (of: ValueKind, typed: string): ValueCounts | undefined => {
	const runId = useRunView((view) => view.runId) ?? '';
	// What is chosen here does not change what can be chosen.
	const filter = contractFilter(
		withoutValue(
			useRunView((view) => view.filter),
			of,
		),
	);
	const [text] = useDebouncedValue(typed, typingPauseMs);
	const input = { runId, of, filter, text, count: mostShown };
	return useQuery(api.runs.values.queryOptions({ input, placeholderData: keepPreviousData })).data;
};

const nameOf = (of: ValueKind, value: string | null): string => value ?? text[of].none;

/** Up and down lead from the search through the boxes; Tab leaves them all at once. */
const moveFocus = (event: KeyboardEvent<HTMLDivElement>): void => {
	const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
	if (step === 0) return;
	event.preventDefault();
	const stops = [...event.currentTarget.querySelectorAll('input')];
	const from = stops.findIndex((stop) => stop === document.activeElement);
	stops[Math.max(0, Math.min(stops.length - 1, from + step))]?.focus();
};

const ValueOptions = ({ of, found }: { readonly of: ValueKind; readonly found: ValueCounts }) => {
	const filter = useRunView((view) => view.filter);
	const { changeFilter } = useRunView.getState();
	const chosen = chosenValues(filter, of);
	if (found.values.length === 0) return <p className={classes['note']}>{text[of].nothing}</p>;
	return (
		<div className={classes['values']}>
			{found.values.map(({ value, rows }, index) => {
				const isChosen = chosen.includes(value);
				return (
					<label key={value ?? ''} className={classes['value']} title={value ?? undefined}>
						<input
							type="checkbox"
							tabIndex={index === 0 ? 0 : -1}
							aria-label={text.option(nameOf(of, value), rows)}
							checked={isChosen}
							onChange={() => changeFilter(withValue(filter, of, value, !isChosen))}
						/>
						<span className={`${classes['name'] ?? ''} ${value === null ? (classes['none'] ?? '') : ''}`}>{nameOf(of, value)}</span>
						<span className={classes['count']}>{formatCount(rows)}</span>
					</label>
				);
			})}
		</div>
	);
};

const ValuePanel = ({ of }: { readonly of: ValueKind }) => {
	const [typed, setTyped] = useState('');
	const found = useValues(of, typed);
	const hasChoice = useRunView(({ filter }) => chosenValues(filter, of).length > 0);
	const { changeFilter } = useRunView.getState();
	const search = useRef<HTMLInputElement>(null);
	useEffect(() => search.current?.focus(), []);
	return (
		<div className={classes['panel']} role="dialog" aria-label={text[of].choose} onKeyDown={moveFocus}>
			<SearchField field={search} label={text[of].search} value={typed} onType={setTyped} />
			{found === undefined ? <p className={classes['note']}>{words.common.loading}</p> : <ValueOptions of={of} found={found} />}
			<div className={classes['foot']}>
				<span>{found !== undefined && found.values.length < found.total && text.more(found.values.length, found.total)}</span>
				{hasChoice && (
					<Button
						variant="subtle"
						size="compact-xs"
						onClick={() => {
							changeFilter(withoutValue(useRunView.getState().filter, of));
							search.current?.focus();
						}}
					>
						{text.clear}
					</Button>
				)}
			</div>
		</div>
	);
};

const labelOf = (of: ValueKind, chosen: readonly (string | null)[]): string => {
	const [only] = chosen;
	if (only === undefined) return text[of].any;
	return chosen.length === 1 ? nameOf(of, only) : text[of].some(chosen.length);
};

/** One or several domains or organisations of the run, chosen from a list with their rows. */
export const ValueFilter = ({ of }: { readonly of: ValueKind }) => {
	const chosen = useRunView(({ filter }) => chosenValues(filter, of));
	const [open, setOpen] = useState(false);
	const whole = useRef<HTMLDivElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	useWindowEvent('pointerdown', ({ target }) => {
		if (open && target instanceof Node && whole.current?.contains(target) !== true) setOpen(false);
	});
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape' || !open) return;
		event.preventDefault();
		event.stopPropagation();
		setOpen(false);
		button.current?.focus();
	};
	const onBlur = ({ relatedTarget, currentTarget }: FocusEvent): void => {
		if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false);
	};
	return (
		<div ref={whole} className={classes['filter']} onKeyDown={onKeyDown} onBlur={onBlur}>
			<Button
				ref={button}
				className={classes['button'] ?? ''}
				variant="default"
				aria-haspopup="dialog"
				aria-expanded={open}
				aria-label={chosen.length === 0 ? undefined : `${text[of].choose}: ${labelOf(of, chosen)}`}
				title={chosen.length === 1 ? labelOf(of, chosen) : undefined}
				rightSection={<ChevronIcon size={14} />}
				onClick={() => setOpen((now) => !now)}
			>
				<span className={classes['label']}>{labelOf(of, chosen)}</span>
			</Button>
			{open && <ValuePanel of={of} />}
		</div>
	);
};
