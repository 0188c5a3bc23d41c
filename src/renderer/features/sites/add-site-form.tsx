import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useId, useRef, useState } from 'react';
import { userManagements } from '#shared/customer-access.ts';
import { type WindowFailure, managementTexts, signInWords, sitesWords, words } from '../../messages.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import classes from './add-site-form.module.css';
import { AppFields, problemTextsOf } from './app-fields.tsx';
import { addSite } from './keep-tokens.ts';
import { KnownClients } from './clients.tsx';
import { ScopesSection } from './scopes-section.tsx';
import { type FieldProblem, findProblems, newSite, type RequiredField, type SiteFields } from './new-site.ts';

/**
 * The fields are uncontrolled: what is typed into them stays in the input element, never in React's state, and
 * the tokens are wiped from there as soon as they are stored. Until then nobody has to type them twice.
 */
const readFields = (form: HTMLFormElement, { management, signIn }: Pick<SiteFields, 'management' | 'signIn'>): SiteFields => {
	const data = new FormData(form);
	const text = (name: string): string => {
		const value = data.get(name);
		return typeof value === 'string' ? value : '';
	};
	return {
		url: text('url'),
		name: text('name'),
		email: text('email'),
		apiToken: text('apiToken'),
		clientId: text('clientId'),
		clientSecret: text('clientSecret'),
		callbackPort: text('callbackPort'),
		orgApiKey: text('orgApiKey'),
		orgId: text('orgId'),
		signIn,
		management,
		client: text('client'),
		tokenExpiresOn: text('tokenExpiresOn'),
		readOnly: data.has('readOnly'),
	};
};

const wipeTokens = (form: HTMLFormElement): void => {
	for (const name of ['apiToken', 'clientSecret', 'orgApiKey']) {
		const field = form.elements.namedItem(name);
		if (field instanceof HTMLInputElement) field.value = '';
	}
};

export const AddSiteForm = ({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: (name: string) => void }) => {
	const form = useRef<HTMLFormElement>(null);
	const [management, setManagement] = useState<SiteFields['management']>('centralized');
	const [signIn, setSignIn] = useState<SiteFields['signIn']>('token');
	const [readOnly, setReadOnly] = useState(false);
	const [problems, setProblems] = useState<Partial<Record<RequiredField, FieldProblem>>>({});
	const [failure, setFailure] = useState<WindowFailure | null>(null);
	const [sending, setSending] = useState(false);
	const managementLabel = useId();
	const accessLabel = useId();
	const clientsId = useId();

	const submit = async (event: FormEvent): Promise<void> => {
		event.preventDefault();
		if (form.current === null) return;
		const fields = readFields(form.current, { management, signIn });
		const found = findProblems(fields);
		setProblems(found);
		const first = Object.keys(found)[0];
		if (first !== undefined) {
			const field = form.current.elements.namedItem(first);
			if (field instanceof HTMLInputElement) field.focus();
			return;
		}
		setSending(true);
		setFailure(null);
		const answer = await addSite(newSite(fields));
		setSending(false);
		if (!answer.ok) {
			setFailure(answer.failure);
			return;
		}
		if (form.current !== null) wipeTokens(form.current);
		onAdded(answer.value.name);
	};

	const errors = problemTextsOf(problems);

	return (
		<form
			ref={form}
			className={`${page['card'] ?? ''} ${classes['form'] ?? ''}`}
			onSubmit={(event) => void submit(event)}
			aria-label={words.sites.addTitle}
			autoComplete="off"
			noValidate
		>
			<h2>{words.sites.addTitle}</h2>
			{failure !== null && <FailureNote failure={failure} withKept={false} />}
			<div className={classes['management']}>
				<span id={accessLabel} className={classes['label']}>
					{sitesWords.addressOnly.how}
				</span>
				<SegmentedControl
					aria-labelledby={accessLabel}
					value={signIn}
					onChange={setSignIn}
					data={[
						{ value: 'token', label: sitesWords.addressOnly.withAccount },
						{ value: 'oauth', label: signInWords.kind },
						{ value: 'address', label: sitesWords.addressOnly.without },
					]}
				/>
				{signIn === 'address' && <span className={page['muted']}>{sitesWords.addressOnly.hint}</span>}
				{signIn === 'oauth' && <span className={page['muted']}>{signInWords.hint}</span>}
			</div>
			<div className={classes['fields']}>
				<TextInput
					name="url"
					label={words.sites.host}
					description={words.sites.hostHint}
					error={errors.url}
					required
					data-autofocus
					autoFocus
					spellCheck={false}
				/>
				<TextInput name="name" label={words.sites.name} description={words.sites.nameHint} maxLength={80} />
				<TextInput
					name="client"
					label={`${sitesWords.form.client} (${words.common.optional})`}
					description={sitesWords.form.clientHint}
					maxLength={120}
					list={clientsId}
				/>
				<KnownClients id={clientsId} />
				<div className={classes['account']} hidden={signIn !== 'token'}>
					<TextInput
						name="email"
						type="email"
						label={words.sites.email}
						description={words.sites.emailHint}
						error={errors.email}
						required
						spellCheck={false}
					/>
					<TextInput
						name="apiToken"
						type="password"
						autoComplete="new-password"
						label={words.sites.token}
						description={words.sites.tokenHint}
						error={errors.apiToken}
						required
					/>
					<TextInput
						name="tokenExpiresOn"
						type="date"
						label={`${sitesWords.form.expires} (${words.common.optional})`}
						description={sitesWords.form.expiresHint}
					/>
				</div>
				{signIn === 'oauth' && <AppFields app={null} readOnly={readOnly} problems={errors} />}
				<div className={classes['account']} hidden={signIn === 'address'}>
					<TextInput
						name="orgApiKey"
						type="password"
						autoComplete="new-password"
						label={`${words.sites.orgKey} (${words.common.optional})`}
						description={words.sites.orgKeyHint}
					/>
					<TextInput
						name="orgId"
						label={`${words.sites.orgId} (${words.common.optional})`}
						description={words.sites.orgIdHint}
						spellCheck={false}
					/>
				</div>
			</div>
			{signIn !== 'address' && (
				<Checkbox
					name="readOnly"
					label={sitesWords.readOnly.title}
					description={sitesWords.readOnly.hint}
					checked={readOnly}
					onChange={({ currentTarget }) => setReadOnly(currentTarget.checked)}
				/>
			)}
			{signIn === 'token' && <ScopesSection />}
			<div className={classes['management']}>
				<span id={managementLabel} className={classes['label']}>
					{words.sites.management}
				</span>
				<SegmentedControl
					aria-labelledby={managementLabel}
					value={management}
					onChange={setManagement}
					data={userManagements.map((value) => ({ value, label: managementTexts[value] }))}
				/>
				<span className={page['muted']}>{words.sites.managementHint}</span>
			</div>
			<div className={page['actions']}>
				<Button type="submit" loading={sending}>
					{words.sites.addButton}
				</Button>
				<Button variant="default" onClick={onClose} disabled={sending}>
					{words.common.cancel}
				</Button>
			</div>
		</form>
	);
};
