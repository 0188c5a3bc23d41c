import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SiteInfo } from '#shared/run.ts';
import { type WindowFailure, sitesWords, words } from '../../messages.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import { setTokens } from './keep-tokens.ts';

const text = sitesWords.tokens;

/** What was typed stays in the input elements until it is stored; then they go, with what is in them. */
const readFields = (form: HTMLFormElement) => {
	const read = (name: string): string | undefined => {
		const field = form.elements.namedItem(name);
		if (!(field instanceof HTMLInputElement)) return undefined;
		const value = field.value.trim();
		return value === '' ? undefined : value;
	};
	return { email: read('email'), apiToken: read('apiToken'), orgApiKey: read('orgApiKey'), tokenExpiresOn: read('tokenExpiresOn') ?? null };
};

const TokensForm = ({ site, onClose }: { readonly site: SiteInfo; readonly onClose: () => void }) => {
	/** No account is stored so far: its email comes with its token. */
	const isNew = site.email === null;
	const [sending, setSending] = useState(false);
	const [isEmpty, setEmpty] = useState(false);
	const [failure, setFailure] = useState<WindowFailure | null>(null);
	const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
		event.preventDefault();
		const fields = readFields(event.currentTarget);
		const nothing = isNew
			? fields.email === undefined || fields.apiToken === undefined
			: fields.apiToken === undefined && fields.orgApiKey === undefined;
		setEmpty(nothing);
		if (nothing) return;
		setSending(true);
		setFailure(null);
		const answer = await setTokens({ name: site.name, ...fields });
		setSending(false);
		if (answer.ok) onClose();
		else setFailure(answer.failure);
	};
	return (
		<form className={page['section']} onSubmit={(event) => void submit(event)} autoComplete="off" noValidate>
			{!isNew && <p className={page['muted']}>{text.text}</p>}
			{failure !== null && <FailureNote failure={failure} withKept={false} />}
			{isNew && (
				<TextInput
					name="email"
					type="email"
					label={words.sites.email}
					description={words.sites.emailHint}
					maxLength={254}
					spellCheck={false}
					data-autofocus
				/>
			)}
			<TextInput
				name="apiToken"
				type="password"
				autoComplete="new-password"
				label={words.sites.token}
				description={words.sites.tokenHint}
				error={isEmpty ? (isNew ? sitesWords.addressOnly.incomplete : text.nothing) : undefined}
				maxLength={2000}
				data-autofocus={!isNew || undefined}
			/>
			<TextInput
				name="tokenExpiresOn"
				type="date"
				label={`${sitesWords.form.expires} (${words.common.optional})`}
				description={sitesWords.form.expiresHint}
			/>
			<TextInput
				name="orgApiKey"
				type="password"
				autoComplete="new-password"
				label={words.sites.orgKey}
				description={words.sites.orgKeyHint}
				maxLength={4000}
			/>
			<div className={page['dialogActions']}>
				<Button type="submit" loading={sending}>
					{text.save}
				</Button>
				<Button variant="default" onClick={onClose} disabled={sending}>
					{words.common.cancel}
				</Button>
			</div>
		</form>
	);
};

/** Tokens expire, and without a keychain they last one session: the site stays, with all that is known of it. */
export const TokensButton = ({ site }: { readonly site: SiteInfo }) => {
	const [open, setOpen] = useState(false);
	const close = (): void => setOpen(false);
	return (
		<>
			<Button variant={site.hasApiToken ? 'default' : 'filled'} onClick={() => setOpen(true)}>
				{site.email === null ? sitesWords.addressOnly.add : site.hasApiToken ? text.replace : text.enter}
			</Button>
			<Modal
				opened={open}
				onClose={close}
				title={site.email === null ? sitesWords.addressOnly.addTitle(site.name) : text.title(site.name)}
				size={520}
				closeButtonProps={{ 'aria-label': words.common.close }}
			>
				<TokensForm site={site} onClose={close} />
			</Modal>
		</>
	);
};
