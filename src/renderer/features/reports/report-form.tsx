import { Button, NativeSelect, Progress, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Asked } from '#shared/contract.ts';
import { type Language, languages } from '#shared/languages.ts';
import type { ReportChoices, ReportDelivered, ReportFormat, ReportOffer } from '#shared/reports.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { api, ask } from '../../api.ts';
import { type WindowFailure, reportDialogWords as text, reportFormatTexts, words } from '../../messages.ts';
import { language, languageNames } from '../../language.ts';
import { Choice, Choices } from '../../ui/choice.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { ExternalIcon } from '../../ui/icons.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { formatShare } from '../../ui/formats.ts';
import { downloadFrom } from '../../ui/files.ts';
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

type MakeReport = Asked['reports']['make'];

/** Follows a report to its end. Aborted, it is as if somebody had not wanted it. */
const followReport = async (wanted: MakeReport, signal: AbortSignal, onPart: (part: number) => void): Promise<Outcome<ReportDelivered>> => {
	try {
		for await (const told of await api.reports.make.call(wanted, { signal })) {
			if (told.kind === 'ended') return told.outcome;
			onPart(told.part);
		}
	} catch (error) {
		if (!signal.aborted) throw error;
	}
	return done({ kind: 'cancelled' });
};

const makeReport = async (...asked: Parameters<typeof followReport>): Promise<Outcome<ReportDelivered, WindowFailure>> => {
	const answer = await ask(followReport(...asked));
	return answer.ok ? answer.value : answer;
};

export const ReportForm = ({ runId, offer, onClose }: ReportFormProps) => {
	const [choices, setChoices] = useState(offer.choices);
	const [format, setFormat] = useState<ReportFormat>(offer.formats[0] ?? 'html');
	const [failure, setFailure] = useState<WindowFailure | null>(null);
	/** How much of the report there is; `null` while none is made. */
	const [part, setPart] = useState<number | null>(null);
	const stopping = useRef<AbortController | null>(null);
	useEffect(() => () => stopping.current?.abort(), []);
	const [waitingPage, setWaitingPage] = useState<string | null>(null);
	const change: Change = (changed) => setChoices((now) => ({ ...now, ...changed }));

	const make = async (): Promise<void> => {
		setPart(0);
		setFailure(null);
		const { logo, language: chosen, ...others } = choices;
		const wanted = { runId, format, ...others, language: chosen ?? language, logo: logo?.base64 ?? null };
		stopping.current = new AbortController();
		const answer = await makeReport(wanted, stopping.current.signal, setPart);
		setPart(null);
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
				{part === null ? (
					<>
						<Button onClick={() => void make()}>{text.make}</Button>
						<Button variant="default" onClick={onClose}>
							{words.common.cancel}
						</Button>
						<span className={page['muted']}>{text.remembered}</span>
					</>
				) : (
					<>
						<Progress
							className={classes['progress'] ?? ''}
							color="var(--mantine-primary-color-filled)"
							value={part * 100}
							aria-label={text.making}
						/>
						<span className={classes['part']}>{text.part(formatShare(part, 1))}</span>
						<Button variant="default" onClick={() => stopping.current?.abort()}>
							{text.stop}
						</Button>
					</>
				)}
			</div>
		</div>
	);
};
