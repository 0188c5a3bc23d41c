import { ActionIcon, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { tableWords } from '../../../messages.ts';
import { useCommand } from '../../../ui/commands.ts';
import { DialogButton } from '../../../ui/dialog.tsx';
import { CrossIcon } from '../../../ui/icons.tsx';
import page from '../../../ui/page.module.css';
import { useRunView } from '../run-view.ts';
import { contractFilter } from '../view-filter.ts';
import classes from './saved-filters.module.css';
import { isTaken, longestName, type SavedFilter, useKeepFilters, useSavedFilters, withFilter } from './saved-filters.ts';

const text = tableWords.saved;

const apply = ({ filter }: SavedFilter): void => useRunView.getState().changeFilter(filter);

const SavedList = ({ onUsed }: { readonly onUsed: () => void }) => {
	const filters = useSavedFilters();
	const keep = useKeepFilters();
	if (filters.length === 0) return <p className={page['muted']}>{text.none}</p>;
	return (
		<ul className={classes['list']} aria-label={text.list}>
			{filters.map((saved) => (
				<li key={saved.name}>
					<button
						type="button"
						className={classes['use']}
						aria-label={text.use(saved.name)}
						onClick={() => {
							apply(saved);
							onUsed();
						}}
					>
						{saved.name}
					</button>
					<ActionIcon
						aria-label={text.remove(saved.name)}
						title={text.remove(saved.name)}
						onClick={() => keep(filters.filter((other) => other !== saved))}
					>
						<CrossIcon />
					</ActionIcon>
				</li>
			))}
		</ul>
	);
};

const SaveForm = ({ onSaved }: { readonly onSaved: () => void }) => {
	const filter = useRunView((view) => view.filter);
	const filters = useSavedFilters();
	const keep = useKeepFilters();
	const [name, setName] = useState('');
	const [isFull, setFull] = useState(false);
	if (Object.keys(contractFilter(filter)).length === 0) return <p className={page['muted']}>{text.nothing}</p>;
	const submit = (event: FormEvent): void => {
		event.preventDefault();
		if (name.trim() === '') return;
		const next = withFilter(filters, { name: name.trim(), filter });
		if (next === null) setFull(true);
		else keep(next, onSaved);
	};
	return (
		<form className={classes['form']} onSubmit={submit}>
			<TextInput
				className={classes['name'] ?? ''}
				label={text.name}
				description={isTaken(filters, name) ? text.replaces : undefined}
				error={isFull ? text.full : undefined}
				maxLength={longestName}
				value={name}
				data-autofocus
				onChange={(event) => setName(event.currentTarget.value)}
			/>
			<Button type="submit" disabled={name.trim() === ''}>
				{text.save}
			</Button>
		</form>
	);
};

/** Each kept filter is a command of its own, too. */
const SavedCommand = ({ saved }: { readonly saved: SavedFilter }) => {
	useCommand({ id: `filter ${saved.name}`, label: text.command(saved.name), run: () => apply(saved) });
	return null;
};

/** Filters that are wanted again and again: to keep the present one, take another one, or forget one. */
export const SavedFiltersButton = () => {
	const filters = useSavedFilters();
	return (
		<>
			{filters.map((saved) => (
				<SavedCommand key={saved.name} saved={saved} />
			))}
			<DialogButton label={text.button} title={text.title} size={420}>
				{(close) => (
					<div className={page['section']}>
						<SavedList onUsed={close} />
						<SaveForm onSaved={close} />
					</div>
				)}
			</DialogButton>
		</>
	);
};
