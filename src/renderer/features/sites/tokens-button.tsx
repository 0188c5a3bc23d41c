import { SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SiteInfo } from '#shared/run.ts';
import { type WindowFailure, signInWords, sitesWords, words } from '../../messages.ts';
import { DialogActions, DialogButton } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import { AppFields, problemTextsOf } from './app-fields.tsx';
import { type NewTokens, setTokens } from './keep-tokens.ts';
import { findAppProblems } from './new-site.ts';

const text = sitesWords.tokens;

type Kind = 'token' | 'oauth';

/** What was typed stays in the input elements until it is stored; then they go, with what is in them. */
const readFields = (form: HTMLFormElement) => {
	const read = (name: string): string => {
		const field = form.elements.namedItem(name);
		return field instanceof HTMLInputElement ? field.value.trim() : '';
	};
	return {
		email: read('email'),
		apiToken: read('apiToken'),
		tokenExpiresOn: read('tokenExpiresOn'),
		clientId: read('clientId'),
		clientSecret: read('clientSecret'),
		callbackPort: read('callbackPort'),
		orgApiKey: read('orgApiKey'),
	};
};
type Fields = ReturnType<typeof readFields>;

/** Absent, where nothing was typed. */
const given = <Name extends keyof Fields>(fields: Fields, ...names: readonly Name[]): Partial<Record<Name, string>> =>
	Object.fromEntries(names.filter((name) => fields[name] !== '').map((name) => [name, fields[name]])) as Partial<Record<Name, string>>;

const newTokens = (site: SiteInfo, kind: Kind, fields: Fields): NewTokens => ({
	name: site.name,
	...(kind === 'oauth'
		? { oauth: { clientId: fields.clientId, callbackPort: Number(fields.callbackPort), ...given(fields, 'clientSecret') } }
		: given(fields, 'email', 'apiToken')),
	...given(fields, 'orgApiKey'),
	tokenExpiresOn: kind === 'token' && fields.tokenExpiresOn !== '' ? fields.tokenExpiresOn : null,
});

const findTokenProblem = (site: SiteInfo, { email, apiToken, orgApiKey }: Fields): string | null => {
	if (site.signIn !== 'token') return email === '' || apiToken === '' ? sitesWords.addressOnly.incomplete : null;
	return apiToken === '' && orgApiKey === '' ? text.nothing : null;
};

const OwnFields = ({ isNew, problem }: { readonly isNew: boolean; readonly problem: string | undefined }) => (
	<>
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
			error={problem}
			maxLength={2000}
			data-autofocus={!isNew || undefined}
		/>
		<TextInput
			name="tokenExpiresOn"
			type="date"
			label={`${sitesWords.form.expires} (${words.common.optional})`}
			description={sitesWords.form.expiresHint}
		/>
	</>
);

const TokensForm = ({ site, onClose }: { readonly site: SiteInfo; readonly onClose: () => void }) => {
	const [kind, setKind] = useState<Kind>(site.signIn === 'oauth' ? 'oauth' : 'token');
	/** No account is stored so far: its email comes with its token. */
	const isNew = site.signIn !== 'token';
	const [sending, setSending] = useState(false);
	const [problem, setProblem] = useState<string | null>(null);
	const [appProblems, setAppProblems] = useState<ReturnType<typeof findAppProblems>>({});
	const [failure, setFailure] = useState<WindowFailure | null>(null);
	const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
		event.preventDefault();
		const fields = readFields(event.currentTarget);
		const wrong = kind === 'token' ? findTokenProblem(site, fields) : null;
		const wrongApp = kind === 'oauth' ? findAppProblems(fields, fields.clientId !== site.oauth?.clientId) : {};
		setProblem(wrong);
		setAppProblems(wrongApp);
		if (wrong !== null || Object.keys(wrongApp).length > 0) return;
		setSending(true);
		setFailure(null);
		const answer = await setTokens(newTokens(site, kind, fields));
		setSending(false);
		if (answer.ok) onClose();
		else setFailure(answer.failure);
	};
	return (
		<form className={page['section']} onSubmit={(event) => void submit(event)} autoComplete="off" noValidate>
			<SegmentedControl
				aria-label={sitesWords.addressOnly.how}
				value={kind}
				onChange={setKind}
				data={[
					{ value: 'token', label: sitesWords.addressOnly.withAccount },
					{ value: 'oauth', label: signInWords.kind },
				]}
			/>
			{!isNew && kind === 'token' && <p className={page['muted']}>{text.text}</p>}
			{kind === 'oauth' && <p className={page['muted']}>{signInWords.hint}</p>}
			{failure !== null && <FailureNote failure={failure} withKept={false} />}
			{kind === 'token' ? (
				<OwnFields isNew={isNew} problem={problem ?? undefined} />
			) : (
				<AppFields app={site.oauth} readOnly={site.readOnly} problems={problemTextsOf(appProblems)} />
			)}
			<TextInput
				name="orgApiKey"
				type="password"
				autoComplete="new-password"
				label={words.sites.orgKey}
				description={words.sites.orgKeyHint}
				maxLength={4000}
			/>
			<DialogActions label={text.save} loading={sending} onCancel={onClose} />
		</form>
	);
};

const labelOf = ({ signIn, hasApiToken }: SiteInfo): string => {
	if (signIn === 'address') return sitesWords.addressOnly.add;
	if (signIn === 'oauth') return signInWords.change;
	return hasApiToken ? text.replace : text.enter;
};

/** Tokens expire, and without a keychain they last one session: the site stays, with all that is known of it. */
export const TokensButton = ({ site }: { readonly site: SiteInfo }) => (
	<DialogButton
		label={labelOf(site)}
		variant={site.hasApiToken || site.signIn === 'oauth' ? 'default' : 'filled'}
		title={site.signIn === 'address' ? sitesWords.addressOnly.addTitle(site.name) : text.title(site.name)}
		size={520}
	>
		{(close) => <TokensForm site={site} onClose={close} />}
	</DialogButton>
);
