import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type Language, languages } from '#shared/languages.ts';
import type { ReportChoices, ReportFormat, ReportOffer } from '#shared/reports.ts';
import { api, ask } from '../../api.ts';
import { type WindowFailure, reportDialogWords as text, reportFormatTexts, words } from '../../messages.ts';
import { language, languageNames } from '../../language.ts';
import { Choice, Choices } from '../../ui/choice.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { ExternalIcon } from '../../ui/icons.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { downloadFrom } from '../../ui/save-file.ts';
import { LogoField } from './logo-field.tsx';
import classes from './report-form.module.css';

interface ReportFormProps {
	readonly runId: string;
	readonly offer: ReportOffer;
	readonly onClose: () => void;
}

type Change = (change: Partial<ReportChoices>) => void;

const PeopleField = ({ choices, onChange }: { readonly choices: ReportChoices; readonly onChange: Change }) => (
	<Choices title={text.people}>
		<Choice type="radio" name="people" label={text.personal} checked={choices.personal} onChange={() => onChange({ personal: true })}>
			{text.personalText}
		</Choice>
		<Choice type="radio" name="people" label={text.anonymous} checked={!choices.personal} onChange={() => onChange({ personal: false })}>
			{text.anonymousText}
		</Choice>
		{!choices.personal && (
			<div className={classes['masks']}>
				<Choice
					type="checkbox"
					name="domains"
					label={text.maskDomains}
					checked={choices.maskDomains}
					onChange={(maskDomains) => onChange({ maskDomains })}
				>
					{text.maskDomainsText}
				</Choice>
				<Choice
					type="checkbox"
					name="organisations"
					label={text.maskOrganisations}
					checked={choices.maskOrganisations}
					onChange={(maskOrganisations) => onChange({ maskOrganisations })}
				/>
			</div>
		)}
	</Choices>
);

/** A page that waits in its own tab; opened by the person, for a tab that opens by itself is held back by browsers. */
const ReadyPage = ({ path, onClose }: { readonly path: string; readonly onClose: () => void }) => {
	const link = useRef<HTMLAnchorElement>(null);
	useEffect(() => link.current?.focus(), []);
	return (
		<div className={page['section']} role="status">
			<p>
				<strong>{text.ready}</strong> {text.readyHint}
			</p>
			<div className={page['actions']}>
				<Button
					ref={link}
					component="a"
					href={path}
					target="_blank"
					rel="noopener noreferrer"
					rightSection={<ExternalIcon size={12} />}
					onClick={onClose}
				>
					{text.openPage}
				</Button>
				<Button variant="default" onClick={onClose}>
					{words.common.close}
				</Button>
			</div>
		</div>
	);
};

export const ReportForm = ({ runId, offer, onClose }: ReportFormProps) => {
	const [choices, setChoices] = useState(offer.choices);
	const [format, setFormat] = useState<ReportFormat>(offer.formats[0] ?? 'html');
	const [failure, setFailure] = useState<WindowFailure | null>(null);
	const [making, setMaking] = useState(false);
	const [waitingPage, setWaitingPage] = useState<string | null>(null);
	const change: Change = (changed) => setChoices((now) => ({ ...now, ...changed }));

	const make = async (): Promise<void> => {
		setMaking(true);
		setFailure(null);
		const { logo, language: chosen, ...others } = choices;
		const answer = await ask(api.reports.make.call({ runId, format, ...others, language: chosen ?? language, logo: logo?.base64 ?? null }));
		setMaking(false);
		if (!answer.ok) {
			setFailure(answer.failure);
			return;
		}
		const delivered = answer.value;
		if (delivered.kind === 'cancelled') return;
		if (delivered.kind === 'waiting' && format === 'print') {
			setWaitingPage(delivered.path);
			return;
		}
		if (delivered.kind === 'waiting') downloadFrom(delivered.path);
		showInfo(delivered.kind === 'waiting' ? text.downloading(delivered.name) : text.saved(delivered.name));
		onClose();
	};

	if (waitingPage !== null) return <ReadyPage path={waitingPage} onClose={onClose} />;
	return (
		<div className={page['section']}>
			<TextInput
				label={text.client}
				description={text.clientHint}
				value={choices.client}
				maxLength={200}
				// The form comes after the dialogue has looked for something to focus.
				autoFocus
				onChange={(event) => change({ client: event.currentTarget.value })}
			/>
			<LogoField logo={choices.logo} onChange={(logo) => change({ logo })} onFailure={setFailure} />
			<PeopleField choices={choices} onChange={change} />
			<NativeSelect
				label={text.language}
				value={choices.language ?? language}
				data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
				onChange={(event) => change({ language: event.currentTarget.value as Language })}
			/>
			<Choices title={text.format}>
				{offer.formats.map((one) => (
					<Choice
						key={one}
						type="radio"
						name="format"
						label={reportFormatTexts[one].label}
						checked={one === format}
						onChange={() => setFormat(one)}
					>
						{reportFormatTexts[one].what}
					</Choice>
				))}
			</Choices>
			{failure !== null && <FailureNote failure={failure} withKept={false} />}
			<div className={page['dialogActions']}>
				<Button loading={making} onClick={() => void make()}>
					{text.make}
				</Button>
				<Button variant="default" onClick={onClose}>
					{words.common.cancel}
				</Button>
				<span className={page['muted']}>{text.remembered}</span>
			</div>
		</div>
	);
};
