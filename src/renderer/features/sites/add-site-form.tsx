import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useId, useRef, useState } from 'react';
import { type WindowFailure, managementTexts, sitesWords, words } from '../../messages.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import classes from './add-site-form.module.css';
import { addSite } from './keep-tokens.ts';
import { KnownClients } from './clients.tsx';
import { ScopesSection } from './scopes-section.tsx';
import { type FieldProblem, findProblems, newSite, type RequiredField, type SiteFields } from './new-site.ts';

const problemTexts: Record<FieldProblem, string> = {
	required: words.sites.required,
	'email-invalid': words.sites.emailInvalid,
};

/**
 * The fields are uncontrolled: what is typed into them stays in the input element, never in React's state, and
 * the tokens are wiped from there as soon as they are stored. Until then nobody has to type them twice.
 */
const readFields = (form: HTMLFormElement, { management, isAddressOnly }: Pick<SiteFields, 'management' | 'isAddressOnly'>): SiteFields => {
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
		orgApiKey: text('orgApiKey'),
		orgId: text('orgId'),
		isAddressOnly,
		management,
		client: text('client'),
		tokenExpiresOn: text('tokenExpiresOn'),
		readOnly: data.has('readOnly'),
	};
};

const wipeTokens = (form: HTMLFormElement): void => {
	for (const name of ['apiToken', 'orgApiKey']) {
		const field = form.elements.namedItem(name);
		if (field instanceof HTMLInputElement) field.value = '';
	}
};

export const AddSiteForm = ({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: (name: string) => void }) => {
	const form = useRef<HTMLFormElement>(null);
	const [management, setManagement] = useState<SiteFields['management']>('centralized');
	const [isAddressOnly, setAddressOnly] = useState(false);
	const [problems, setProblems] = useState<Partial<Record<RequiredField, FieldProblem>>>({});
	const [failure, setFailure] = useState<WindowFailure | null>(null);
	const [sending, setSending] = useState(false);
	const managementLabel = useId();
	const accessLabel = useId();
	const clientsId = useId();

	const submit = async (event: FormEvent): Promise<void> => {
		event.preventDefault();
		if (form.current === null) return;
		const fields = readFields(form.current, { management, isAddressOnly });
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

	const errorOf = (field: RequiredField): string | undefined => {
		const problem = problems[field];
		return problem === undefined ? undefined : problemTexts[problem];
	};

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
					value={isAddressOnly ? 'address' : 'account'}
					onChange={(value) => setAddressOnly(value === 'address')}
					data={[
						{ value: 'account', label: sitesWords.addressOnly.withAccount },
						{ value: 'address', label: sitesWords.addressOnly.without },
					]}
				/>
				{isAddressOnly && <span className={page['muted']}>{sitesWords.addressOnly.hint}</span>}
			</div>
			<div className={classes['fields']}>
				<TextInput
					name="url"
					label={words.sites.host}
					description={words.sites.hostHint}
					error={errorOf('url')}
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
				<div className={classes['account']} hidden={isAddressOnly}>
					<TextInput
						name="email"
						type="email"
						label={words.sites.email}
						description={words.sites.emailHint}
						error={errorOf('email')}
						required
						spellCheck={false}
					/>
					<TextInput
						name="apiToken"
						type="password"
						autoComplete="new-password"
						label={words.sites.token}
						description={words.sites.tokenHint}
						error={errorOf('apiToken')}
						required
					/>
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
					<TextInput
						name="tokenExpiresOn"
						type="date"
						label={`${sitesWords.form.expires} (${words.common.optional})`}
						description={sitesWords.form.expiresHint}
					/>
				</div>
			</div>
			{!isAddressOnly && (
				<>
					<Checkbox name="readOnly" label={sitesWords.readOnly.title} description={sitesWords.readOnly.hint} />
					<ScopesSection />
				</>
			)}
			<div className={classes['management']}>
				<span id={managementLabel} className={classes['label']}>
					{words.sites.management}
				</span>
				<SegmentedControl
					aria-labelledby={managementLabel}
					value={management}
					onChange={setManagement}
					data={[
						{ value: 'centralized', label: managementTexts.centralized },
						{ value: 'original', label: managementTexts.original },
					]}
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
