import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FieldSource, ListPreview, ListState } from '#shared/lists.ts';
import { mappingText, words } from '../../messages.ts';
import { formatMoment } from '../../ui/formats.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import classes from './columns-bar.module.css';
import { useImport } from './import-draft.ts';

const sameForAll = 'text';

interface FieldProps {
	readonly label: string;
	readonly source: FieldSource;
	readonly columns: readonly string[];
	readonly onChange: (source: FieldSource) => void;
	/** Several columns can be put together. */
	readonly isJoined?: boolean;
}

const partsOf = (source: FieldSource): readonly number[] =>
	typeof source === 'number' ? [source] : source !== null && 'columns' in source ? source.columns : [];

const choiceOf = (source: FieldSource): string => {
	const [first] = partsOf(source);
	return first !== undefined ? String(first) : source === null ? '' : sameForAll;
};

const fromParts = ([first, second, ...others]: readonly number[]): FieldSource =>
	first === undefined ? null : second === undefined ? first : { columns: [first, second, ...others] };

const mostParts = 5;

/** The further columns that are put behind the first one, and a place for one more. */
const FurtherParts = ({ source, columns, onChange }: Omit<FieldProps, 'label'>) => {
	const parts = partsOf(source);
	if (parts.length === 0) return null;
	return [...parts, null].slice(1, mostParts).map((part, index) => (
		<NativeSelect
			// oxlint-disable-next-line react/no-array-index-key -- a place among the parts is what it is
			key={index}
			aria-label={words.import.andColumn(index + 2)}
			value={part === null ? '' : String(part)}
			onChange={(event) => {
				const choice = event.currentTarget.value;
				onChange(fromParts([...parts.slice(0, index + 1), ...(choice === '' ? [] : [Number(choice)]), ...parts.slice(index + 2)]));
			}}
			data={[
				{ value: '', label: words.import.noFurtherColumn },
				...columns.map((title, column) => ({ value: String(column), label: title })),
			]}
		/>
	));
};

/** A column of the list, one text for all rows, or nothing. */
const FieldChoice = ({ label, source, columns, onChange, isJoined = false }: FieldProps) => {
	const given = source !== null && typeof source === 'object' && 'text' in source ? source.text : '';
	const [typed, setTyped] = useState(given);
	const [isTyping, setTyping] = useState(choiceOf(source) === sameForAll);
	return (
		<div className={classes['field']}>
			<NativeSelect
				label={label}
				value={isTyping ? sameForAll : choiceOf(source)}
				onChange={(event) => {
					const choice = event.currentTarget.value;
					setTyping(choice === sameForAll);
					if (choice === sameForAll) return;
					setTyped('');
					onChange(choice === '' ? null : isJoined ? fromParts([Number(choice), ...partsOf(source).slice(1)]) : Number(choice));
				}}
				data={[
					{ value: '', label: words.import.notInList },
					{ value: sameForAll, label: words.import.sameForAll },
					...columns.map((title, index) => ({ value: String(index), label: title })),
				]}
			/>
			{isJoined && !isTyping && <FurtherParts source={source} columns={columns} onChange={onChange} />}
			{isTyping && (
				<TextInput
					aria-label={words.import.textForAll(label)}
					maxLength={255}
					autoFocus={given === ''}
					value={typed}
					onChange={(event) => {
						const text = event.currentTarget.value;
						setTyped(text);
						onChange(text.trim() === '' ? null : { text: text.trim() });
					}}
				/>
			)}
		</div>
	);
};

/** What a mapping remembered for this site and these titles says: there is nothing to do. */
const Remembered = ({ preview, state, site, onChange }: { preview: ListPreview; state: ListState; site: string; onChange: () => void }) => (
	<div className={classes['remembered']} role="status">
		<CheckIcon />
		<span>
			<strong>{words.import.remembered(site, formatMoment(state.rememberedAt ?? ''))}</strong>
			<span className={classes['mapping']}>{mappingText(state.mapping, preview.columns)}</span>
		</span>
		<Button variant="default" onClick={onChange}>
			{words.import.changeColumns}
		</Button>
	</div>
);

export const ColumnsBar = ({ preview, state }: { readonly preview: ListPreview; readonly state: ListState }) => {
	const changeMapping = useImport((draft) => draft.changeMapping);
	const site = useImport((draft) => draft.site);
	const [isOpen, setOpen] = useState(false);
	const { mapping, rememberedAt } = state;
	if (rememberedAt !== null && site !== null && !isOpen) {
		return <Remembered preview={preview} state={state} site={site} onChange={() => setOpen(true)} />;
	}
	return (
		<div className={classes['columns']} role="group" aria-label={words.import.columns}>
			<NativeSelect
				label={words.import.email}
				value={String(mapping.email)}
				onChange={(event) => void changeMapping({ email: Number(event.currentTarget.value) })}
				data={preview.columns.map((title, index) => ({ value: String(index), label: title }))}
			/>
			{(['name', 'organisation'] as const).map((field) => (
				<FieldChoice
					key={field}
					label={field === 'name' ? words.import.personName : words.import.organisation}
					source={mapping[field]}
					columns={preview.columns}
					isJoined={field === 'name'}
					onChange={(source) => void changeMapping({ [field]: source })}
				/>
			))}
		</div>
	);
};
