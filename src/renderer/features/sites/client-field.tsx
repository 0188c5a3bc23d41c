import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { SiteInfo } from '#shared/run.ts';
import { api } from '../../api.ts';
import { sitesWords, words } from '../../messages.ts';
import { siteLists } from '../../sites.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { showInfo } from '../../ui/notices.ts';
import classes from './site-page.module.css';
import { KnownClients } from './clients.tsx';

const text = sitesWords.page;

const ClientForm = ({ site, onClose }: { readonly site: SiteInfo; readonly onClose: () => void }) => {
	const save = useMutation(
		api.sites.setClient.mutationOptions({
			meta: { failure: 'in place', invalidates: siteLists },
			onSuccess: ({ name, client }) => showInfo(client === null ? text.clientTaken(name) : text.clientSet(name, client)),
		}),
	);
	const field = useRef<HTMLInputElement>(null);
	const [clients, hint] = [useId(), useId()];
	const submit = (event: FormEvent): void => {
		event.preventDefault();
		const client = field.current?.value.trim() ?? '';
		save.mutate({ name: site.name, client: client === '' ? null : client }, { onSuccess: onClose });
	};
	return (
		<form
			className={classes['form']}
			onSubmit={submit}
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
			<Button type="submit" loading={save.isPending}>
				{text.save}
			</Button>
			<Button variant="default" disabled={save.isPending} onClick={onClose}>
				{words.common.cancel}
			</Button>
			<span id={hint} className={classes['hint']}>
				{text.clientHint}
			</span>
			{save.error !== null && <FailureNote failure={save.error} />}
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
