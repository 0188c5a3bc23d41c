import { Box, Button, Checkbox, FileButton, Input, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { longestCertificates, type NetworkInfo, type NetworkMode, networkModes } from '#shared/network.ts';
import { api, ask, queries } from '../../api.ts';
import { networkModeTexts, networkWords as text, type WindowFailure } from '../../messages.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';

/** The password is taken out of its element and wiped there: it never stays in the window. */
const takeFields = (form: HTMLFormElement) => {
	const data = new FormData(form);
	const take = (name: string): string | null => {
		const value = data.get(name);
		return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
	};
	const password = take('password');
	const field = form.elements.namedItem('password');
	if (field instanceof HTMLInputElement) field.value = '';
	return {
		proxy: take('proxy'),
		bypass: take('bypass') ?? '',
		user: take('user'),
		allowPrivateAddresses: data.has('allowPrivateAddresses'),
		...(password === null ? {} : { password }),
	};
};

const fieldWidth = 520;

export const NetworkForm = ({ network }: { readonly network: NetworkInfo }) => {
	const { settings } = network;
	/** What was chosen since; `null`: none any more. */
	const [chosen, setChosen] = useState<{ readonly name: string; readonly text: string } | null | undefined>(undefined);
	const [mode, setMode] = useState<NetworkMode>(settings.mode);
	const [failure, setFailure] = useState<WindowFailure | null>(null);
	const [sending, setSending] = useState(false);
	const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
		event.preventDefault();
		setSending(true);
		// Not by a mutation: that would keep the password.
		const answer = await ask(
			api.network.set.call({
				mode,
				...takeFields(event.currentTarget),
				...(chosen === undefined ? {} : { certificates: chosen && chosen.text }),
			}),
		);
		setSending(false);
		setFailure(answer.ok ? null : answer.failure);
		if (!answer.ok) return;
		setChosen(undefined);
		queries.setQueryData(api.network.get.queryKey(), answer.value);
		showInfo(text.saved);
	};
	const choose = async (file: File | null): Promise<void> => {
		// One that is too long is refused as one that cannot be read.
		if (file !== null) setChosen({ name: file.name, text: file.size > longestCertificates ? '' : await file.text() });
	};
	const named = chosen === undefined ? network.certificates.join(', ') : (chosen?.name ?? '');
	return (
		<Box className={page['card'] ?? ''} p={16}>
			<form className={page['section']} onSubmit={(event) => void submit(event)} aria-label={text.title} autoComplete="off" noValidate>
				{failure !== null && <FailureNote failure={failure} withKept={false} />}
				<SegmentedControl
					style={{ alignSelf: 'flex-start' }}
					aria-label={text.mode}
					value={mode}
					onChange={setMode}
					data={networkModes.map((value) => ({ value, label: networkModeTexts[value] }))}
				/>
				{mode === 'system' && (
					<p className={page['muted']}>
						{text.proxy}: {network.proxy ?? text.noProxy}
					</p>
				)}
				{mode === 'proxy' && (
					<>
						<TextInput
							name="proxy"
							maw={fieldWidth}
							label={text.proxy}
							defaultValue={settings.proxy ?? ''}
							description={text.proxyHint}
							spellCheck={false}
						/>
						<TextInput
							maw={fieldWidth}
							name="bypass"
							label={text.bypass}
							description={text.bypassHint}
							defaultValue={settings.bypass}
							spellCheck={false}
						/>
					</>
				)}
				{mode !== 'none' && (
					<>
						<TextInput
							maw={fieldWidth}
							name="user"
							label={text.user}
							defaultValue={settings.user ?? ''}
							maxLength={254}
							spellCheck={false}
						/>
						<TextInput
							name="password"
							maw={fieldWidth}
							type="password"
							autoComplete="new-password"
							label={text.password}
							description={text.passwordHint}
							maxLength={1000}
						/>
					</>
				)}
				<Input.Wrapper maw={fieldWidth} label={text.certificate} labelElement="div" description={text.certificateHint}>
					<div className={page['actions']}>
						<span className={page['muted']}>{named === '' ? text.noCertificate : named}</span>
						<FileButton accept=".pem,.crt,.cer" onChange={(file) => void choose(file)}>
							{(props) => (
								<Button {...props} variant="default" size="xs">
									{text.chooseCertificate}
								</Button>
							)}
						</FileButton>
						{named !== '' && (
							<Button variant="subtle" size="xs" onClick={() => setChosen(null)}>
								{text.removeCertificate}
							</Button>
						)}
					</div>
				</Input.Wrapper>
				<Checkbox
					name="allowPrivateAddresses"
					maw={fieldWidth}
					label={text.allowPrivateAddresses}
					description={text.allowPrivateAddressesHint}
					defaultChecked={settings.allowPrivateAddresses}
				/>
				<div className={page['actions']}>
					<Button type="submit" loading={sending}>
						{text.save}
					</Button>
				</div>
			</form>
		</Box>
	);
};
