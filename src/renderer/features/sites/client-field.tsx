import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { SiteInfo } from '#shared/run.ts';
import { sitesWords, words } from '../../messages.ts';
import classes from './client-field.module.css';
import { KnownClients } from './known-clients.tsx';
import { useSites } from './sites.ts';

const text = sitesWords.page;

const ClientForm = ({ site, onClose }: { readonly site: SiteInfo; readonly onClose: () => void }) => {
	const setClient = useSites((sites) => sites.setClient);
	const field = useRef<HTMLInputElement>(null);
	const [saving, setSaving] = useState(false);
	const [clients, hint] = [useId(), useId()];
	const save = async (event: FormEvent): Promise<void> => {
		event.preventDefault();
		const client = field.current?.value.trim() ?? '';
		setSaving(true);
		const isSaved = await setClient(site.name, client === '' ? null : client);
		setSaving(false);
		if (isSaved) onClose();
	};
	return (
		<form
			className={classes['form']}
			onSubmit={(event) => void save(event)}
			onKeyDown={(event) => {
				if (event.key === 'Escape') onClose();
			}}
		>
			<TextInput
				ref={field}
				className={classes['field']}
				aria-label={text.client}
				aria-describedby={hint}
				defaultValue={site.client ?? ''}
				maxLength={120}
				list={clients}
				autoFocus
			/>
			<KnownClients id={clients} />
			<Button type="submit" loading={saving}>
				{text.save}
			</Button>
			<Button variant="default" disabled={saving} onClick={onClose}>
				{words.common.cancel}
			</Button>
			<span id={hint} className={classes['hint']}>
				{text.clientHint}
			</span>
		</form>
	);
};

/** Whose site it is, changeable where it stands. */
export const ClientField = ({ site }: { readonly site: SiteInfo }) => {
	const [changing, setChanging] = useState(false);
	const [wasChanging, setWasChanging] = useState(false);
	const close = (): void => {
		setChanging(false);
		setWasChanging(true);
	};
	if (changing) return <ClientForm site={site} onClose={close} />;
	return (
		<span className={classes['form']}>
			{site.client ?? <span className={classes['hint']}>{text.nobody}</span>}
			{/* The keyboard goes on where it was. */}
			<Button variant="subtle" size="compact-xs" autoFocus={wasChanging} onClick={() => setChanging(true)}>
				{site.client === null ? text.sayClient : text.changeClient}
			</Button>
		</span>
	);
};
