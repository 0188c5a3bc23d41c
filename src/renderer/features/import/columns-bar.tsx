import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FieldSource, ListPreview, ListState } from '#shared/lists.ts';
import { mappingText } from './list-texts.ts';
import { words } from '../../messages.ts';
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
}

const choiceOf = (source: FieldSource): string => (source === null ? '' : typeof source === 'number' ? String(source) : sameForAll);

/** A column of the list, one text for all rows, or nothing. */
const FieldChoice = ({ label, source, columns, onChange }: FieldProps) => {
	const given = source !== null && typeof source === 'object' ? source.text : '';
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
					onChange(choice === '' ? null : Number(choice));
				}}
				data={[
					{ value: '', label: words.import.notInList },
					{ value: sameForAll, label: words.import.sameForAll },
					...columns.map((title, index) => ({ value: String(index), label: title })),
				]}
			/>
			{isTyping && (
				<TextInput
					aria-label={words.import.textForAll(label)}
					placeholder={words.import.textForAllHint}
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
					onChange={(source) => void changeMapping({ [field]: source })}
				/>
			))}
		</div>
	);
};
