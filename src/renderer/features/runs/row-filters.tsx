import { Button, NativeSelect } from '@mantine/core';
import { type RefObject, useMemo } from 'react';
import { type CauseCode, type Certainty, causeCodes } from '#shared/causes.ts';
import type { Run } from '#shared/run.ts';
import { causeTexts, certaintyTexts, words } from '../../messages.ts';
import { formatCount } from '../../ui/formats.ts';
import { useCommand } from '../../ui/commands.ts';
import { CauseDot } from '../verdicts/cause-dot.tsx';
import classes from '../../ui/filter-bar.module.css';
import { SearchField } from '../../ui/search-field.tsx';
import { ColumnsMenu } from './columns/columns-menu.tsx';
import { useRunView } from './run-view.ts';
import { SavedFiltersButton } from './saved/saved-filters-button.tsx';
import { useCounts } from './run-queries.ts';
import { countShown } from './selection.ts';
import { ValueFilter } from './value-filter.tsx';
import { isFiltered, noFilter } from './view-filter.ts';

const noIds: readonly number[] = [];
const certainties: readonly Certainty[] = ['proven', 'likely', 'unknown'];

const CauseChips = ({ run }: { readonly run: Run }) => {
	const counts = useCounts(run);
	const chosen = useRunView((view) => view.filter.causes);
	const changeFilter = useRunView((view) => view.changeFilter);
	// Every cause of the run keeps its chip, at 0 if need be: what is typed must not move the field it is typed into.
	const shown = causeCodes.filter((code) => (run.summary[code] ?? 0) > 0 || chosen.includes(code));
	const toggle = (code: CauseCode): void =>
		changeFilter({ causes: chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code] });
	return (
		<fieldset className={classes['chips']} aria-label={words.run.causes}>
			{shown.map((code) => (
				<button key={code} type="button" className={classes['chip']} aria-pressed={chosen.includes(code)} onClick={() => toggle(code)}>
					<CauseDot cause={code} />
					{causeTexts[code].label}
					<span className={classes['count']}>{formatCount(counts[code] ?? 0)}</span>
				</button>
			))}
		</fieldset>
	);
};

const RowSearch = ({ field }: { readonly field: RefObject<HTMLInputElement | null> }) => {
	const text = useRunView((view) => view.filter.text);
	const changeFilter = useRunView((view) => view.changeFilter);
	return (
		<SearchField
			field={field}
			className={classes['search'] ?? ''}
			label={words.run.search}
			title={words.run.searchHint}
			value={text}
			onType={(typed) => changeFilter({ text: typed })}
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				event.stopPropagation();
				if (text === '') event.currentTarget.blur();
				else changeFilter({ text: '' });
			}}
		/>
	);
};

const SelectionNote = ({ ids }: { readonly ids: readonly number[] }) => {
	const selection = useRunView((view) => view.selection);
	const clear = useRunView((view) => view.clearSelection);
	const hidden = useMemo(() => selection.ids.size - countShown(selection, ids), [selection, ids]);
	if (selection.ids.size === 0) return null;
	return (
		<>
			<span className={classes['apart']}>{words.run.selected(selection.ids.size, hidden)}</span>
			<Button variant="subtle" size="compact-xs" onClick={clear}>
				{words.run.clearSelection}
			</Button>
		</>
	);
};

interface RowFiltersProps {
	readonly run: Run;
	/** `undefined` until they have come once. */
	readonly ids: readonly number[] | undefined;
	readonly searchField: RefObject<HTMLInputElement | null>;
}

export const RowFilters = ({ run, ids, searchField }: RowFiltersProps) => {
	const { filter, changeFilter } = useRunView();
	useCommand({ id: 'clear', label: words.run.clear, isOffered: isFiltered(filter), run: () => changeFilter(noFilter) });
	return (
		<div className={classes['filters']}>
			<CauseChips run={run} />
			<div className={classes['line']}>
				<RowSearch field={searchField} />
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
				<ValueFilter of="domain" />
				<ValueFilter of="organisation" />
				<SavedFiltersButton />
				<ColumnsMenu />
			</div>
			<div className={classes['state']} role="status">
				{ids !== undefined && <span>{words.run.shown(ids.length, run.rowCount)}</span>}
				{isFiltered(filter) && (
					<Button variant="subtle" size="compact-xs" onClick={() => changeFilter(noFilter)}>
						{words.run.clear}
					</Button>
				)}
				<SelectionNote ids={ids ?? noIds} />
			</div>
		</div>
	);
};
