import { TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { SiteInfo } from '#shared/run.ts';
import { api } from '../../api.ts';
import { sitesWords, words } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { siteCheck } from '../../sites.ts';
import { DialogActions, DialogButton } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { isEmail } from './new-site.ts';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';

const text = sitesWords.edit;

const EditForm = ({ site, onClose }: { readonly site: SiteInfo; readonly onClose: () => void }) => {
	const [name, setName] = useState(site.name);
	/** `null`: an account comes with its token, or with who signs in. */
	const [email, setEmail] = useState(site.signIn === 'token' ? site.email : null);
	const [desk, setDesk] = useState(site.deskKey ?? '');
	const [isWrong, setWrong] = useState(false);
	const desks = useId();
	const { data: check } = useQuery({ ...siteCheck(site.name), enabled: false });
	const saving = useMutation(
		api.sites.edit.mutationOptions({
			// What runs, drafts and snapshots are listed under may be another name now.
			meta: { failure: 'in place', invalidates: [api.sites.key(), api.runs.key(), api.lists.drafts.key()] },
			onSuccess: (saved) => {
				onClose();
				showInfo(text.saved);
				if (saved.name !== site.name) goTo({ at: 'site', name: saved.name });
			},
		}),
	);
	const submit = (event: FormEvent): void => {
		event.preventDefault();
		const key = desk.trim();
		const isMistyped = email !== null && !isEmail(email);
		setWrong(isMistyped);
		if (isMistyped) return;
		const account = email === null ? {} : { email: email.trim() };
		saving.mutate({ name: site.name, newName: name.trim(), ...account, deskKey: key === '' ? null : key });
	};
	return (
		<form className={page['section']} onSubmit={submit} noValidate>
			{saving.error !== null && <FailureNote failure={saving.error} withKept={false} />}
			<TextInput
				label={words.sites.name}
				value={name}
				maxLength={80}
				data-autofocus
				onChange={(event) => setName(event.currentTarget.value)}
			/>
			{email !== null && (
				<TextInput
					label={words.sites.email}
					description={text.emailHint}
					error={isWrong ? words.sites.emailInvalid : undefined}
					type="email"
					value={email}
					maxLength={254}
					onChange={(event) => setEmail(event.currentTarget.value)}
				/>
			)}
			<TextInput
				label={`${text.desk} (${words.common.optional})`}
				description={text.deskHint}
				value={desk}
				maxLength={100}
				list={desks}
				spellCheck={false}
				onChange={(event) => setDesk(event.currentTarget.value)}
			/>
			<datalist id={desks}>
				{check?.desks.map((one) => (
					<option key={one.key} value={one.key}>
						{one.name}
					</option>
				))}
			</datalist>
			<DialogActions
				label={text.save}
				loading={saving.isPending}
				disabled={name.trim() === '' || email?.trim() === ''}
				onCancel={onClose}
			/>
		</form>
	);
};

/** What a site is called here, whose token it is, and where its lists usually go. */
export const EditSite = ({ site }: { readonly site: SiteInfo }) => (
	<DialogButton label={text.button} title={text.title(site.name)}>
		{(close) => <EditForm site={site} onClose={close} />}
	</DialogButton>
);
