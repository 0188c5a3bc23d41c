import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { callbackAddress, defaultCallbackPort, type OAuthApp } from '#shared/oauth.ts';
import { appScopes } from '#shared/scopes.ts';
import { signInWords as text, words } from '../../messages.ts';
import page from '../../ui/page.module.css';
import classes from './add-site-form.module.css';
import { CopyList } from './copy-list.tsx';
import { type AppFields as TypedApp, type FieldProblem, isPort } from './new-site.ts';

export const problemTexts: Record<FieldProblem, string> = {
	required: words.sites.required,
	'email-invalid': words.sites.emailInvalid,
	'port-invalid': text.portInvalid,
};

export const problemTextsOf = <Field extends string>(problems: Partial<Record<Field, FieldProblem>>) =>
	Object.fromEntries(
		Object.entries<FieldProblem | undefined>(problems).map(([field, found]) => [field, found && problemTexts[found]]),
	) as Partial<Record<Field, string>>;

interface Props {
	/** The one there is; `null`: none yet. */
	readonly app: OAuthApp | null;
	readonly readOnly: boolean;
	readonly problems: Partial<Record<keyof TypedApp, string>>;
}

/** An OAuth app of the company, and what its owner has to register. What is typed stays in the fields, but for the port. */
export const AppFields = ({ app, readOnly, problems }: Props) => {
	const [port, setPort] = useState(String(app?.callbackPort ?? defaultCallbackPort));
	return (
		<>
			<TextInput
				name="clientId"
				label={text.clientId}
				description={text.clientIdHint}
				defaultValue={app?.clientId}
				error={problems.clientId}
				required
				maxLength={200}
				spellCheck={false}
			/>
			<TextInput
				name="clientSecret"
				type="password"
				autoComplete="new-password"
				label={app === null ? text.clientSecret : `${text.clientSecret} (${words.common.optional})`}
				description={app === null ? text.clientSecretHint : text.clientSecretKept}
				error={problems.clientSecret}
				required={app === null}
				maxLength={2000}
			/>
			<TextInput
				name="callbackPort"
				inputMode="numeric"
				label={text.port}
				description={text.portHint}
				error={problems.callbackPort}
				value={port}
				onChange={(event) => setPort(event.currentTarget.value)}
				required
				maxLength={5}
			/>
			<section className={classes['register']} aria-label={text.register}>
				<h3>{text.register}</h3>
				<p className={page['muted']}>{text.registerHint}</p>
				{isPort(port) && <CopyList title={text.callback} lines={[callbackAddress(Number(port))]} />}
				<CopyList title={text.scopes} lines={appScopes(readOnly)} />
			</section>
		</>
	);
};
