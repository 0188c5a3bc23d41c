import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { type CauseCode, type Certainty, causeCodes } from '#shared/causes.ts';
import { causeTexts } from '../../messages/causes.ts';
import { certaintyTexts } from '../../messages/terms.ts';
import { words } from '../../messages/words.ts';
import { formatCount } from '../../ui/formats.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { CauseDot } from './cause-dot.tsx';
import classes from '../../ui/filter-bar.module.css';
import { useRunView } from './run-view.ts';
import { countShown } from './selection.ts';
import { noFilter } from './view-filter.ts';

const typingPauseMs = 180;
const certainties: readonly Certainty[] = ['proven', 'likely', 'unknown'];

const CauseChips = () => {
	const counts = useRunView((view) => view.counts);
	const chosen = useRunView((view) => view.filter.causes);
	const changeFilter = useRunView((view) => view.changeFilter);
	const summary = useRunView((view) => view.run?.summary);
	// Every cause of the run keeps its chip, at 0 if need be: what is typed must not move the field it is typed into.
	const shown = causeCodes.filter((code) => (summary?.[code] ?? 0) > 0 || chosen.includes(code));
	const toggle = (code: CauseCode): void =>
		changeFilter({ causes: chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code] });
	return (
		<fieldset className={classes['chips']} aria-label={words.run.causes}>
			{shown.map((code) => (
				<button key={code} type="button" className={classes['chip']} aria-pressed={chosen.includes(code)} onClick={() => toggle(code)}>
					<CauseDot cause={code} />
					{causeTexts[code].label}
					<span className={classes['count']}>{formatCount(counts?.[code] ?? 0)}</span>
				</button>
			))}
		</fieldset>
	);
};

const SearchField = ({ field }: { readonly field: RefObject<HTMLInputElement | null> }) => {
	const applied = useRunView((view) => view.filter.text);
	const changeFilter = useRunView((view) => view.changeFilter);
	const [typed, setTyped] = useState(applied);
	useEffect(() => {
		setTyped(applied);
	}, [applied]);
	useEffect(() => {
		if (typed === applied) return;
		const timer = setTimeout(() => changeFilter({ text: typed }), typingPauseMs);
		return () => clearTimeout(timer);
	}, [typed, applied, changeFilter]);
	return (
		<TextInput
			ref={field}
			className={classes['search'] ?? ''}
			type="search"
			aria-label={words.run.search}
			placeholder={words.run.search}
			title={words.run.searchHint}
			leftSection={<SearchIcon size={14} />}
			maxLength={200}
			value={typed}
			onChange={(event) => setTyped(event.currentTarget.value)}
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				event.stopPropagation();
				if (typed === '') event.currentTarget.blur();
				else setTyped('');
			}}
		/>
	);
};

const SelectionNote = () => {
	const selection = useRunView((view) => view.selection);
	const ids = useRunView((view) => view.ids);
	const clear = useRunView((view) => view.clearSelection);
	const hidden = useMemo(() => selection.ids.size - countShown(selection, ids ?? []), [selection, ids]);
	if (selection.ids.size === 0) return null;
	return (
		<>
			<span>{words.run.selected(selection.ids.size, hidden)}</span>
			<Button variant="subtle" size="compact-xs" onClick={clear}>
				{words.run.clearSelection}
			</Button>
		</>
	);
};

export const RowFilters = ({ searchField }: { readonly searchField: RefObject<HTMLInputElement | null> }) => {
	const { filter, ids, run, changeFilter } = useRunView();
	const isFiltered = filter.causes.length > 0 || filter.certainties.length > 0 || filter.text !== '';
	return (
		<div className={classes['filters']}>
			<CauseChips />
			<div className={classes['line']}>
				<SearchField field={searchField} />
				<NativeSelect
					aria-label={words.run.certainties}
					value={filter.certainties[0] ?? ''}
					onChange={(event) => {
						const chosen = certainties.find((certainty) => certainty === event.currentTarget.value);
						changeFilter({ certainties: chosen === undefined ? [] : [chosen] });
					}}
					data={[
						{ value: '', label: words.run.anyCertainty },
						...certainties.map((certainty) => ({ value: certainty, label: certaintyTexts[certainty].label })),
					]}
				/>
				{isFiltered && (
					<Button variant="subtle" onClick={() => changeFilter(noFilter)}>
						{words.run.clear}
					</Button>
				)}
				<div className={classes['shown']} role="status">
					<SelectionNote />
					{ids !== null && run !== null && <span>{words.run.shown(ids.length, run.rowCount)}</span>}
				</div>
			</div>
		</div>
	);
};
