import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { type AuditFormat, auditFormats, type ToldEntry } from '#shared/audit.ts';
import type { AuditCheck } from '#shared/plan.ts';
import { api } from '../../api.ts';
import { auditProblems, auditText, auditWords as text, hostTexts } from '../../messages.ts';
import { hostOf } from '../../sites.ts';
import { Banner } from '../../ui/banner.tsx';
import { formatExactMoment } from '../../ui/formats.ts';
import { AuditIcon, CheckIcon } from '../../ui/icons.tsx';
import { showInfo } from '../../ui/notices.ts';
import { EmptyPage, Page, PageLoading } from '../../ui/page-states.tsx';
import page from '../../ui/page.module.css';
import { saveFile } from '../../ui/files.ts';
import { language } from '../../language.ts';
import { useDebouncedValue } from '@mantine/hooks';
import { AcceptAudit } from './accept-audit.tsx';
import { auditFilterOf, everyEntry, isEveryEntry } from './audit-choice.ts';
import { AuditFilters, ClearFilters } from './audit-filters.tsx';
import classes from './audit-page.module.css';

const entriesPerPage = 50;

const CheckNote = ({ check }: { readonly check: AuditCheck }) => {
	const { problems, entries, difference, accepted } = check;
	const before = accepted.length > 0 && (
		<ul className={classes['problems']}>
			{accepted.map(({ seq, user, at, reason }) => (
				<li key={seq}>{text.accept.before(seq, user, at, reason)}</li>
			))}
		</ul>
	);
	// The difference has a note of its own.
	if (problems.length === 0 && difference !== null) return null;
	if (problems.length === 0) {
		return (
			<Banner role="status" icon={<CheckIcon />} title={entries === 0 ? text.soundEmpty : text.sound(entries)}>
				{before}
			</Banner>
		);
	}
	return (
		<Banner tone="danger" role="alert" title={text.unsound(problems.length)}>
			<ul className={classes['problems']}>
				{problems.map(({ code, seq }) => (
					<li key={`${code} ${seq}`}>
						{seq !== null && `${text.atEntry(seq)} `}
						{auditProblems[code]}
					</li>
				))}
			</ul>
			{before}
			<p>{text.unsoundNext}</p>
		</Banner>
	);
};

const EntryLines = ({ entry }: { readonly entry: ToldEntry }) => {
	const [open, setOpen] = useState(false);
	const details = useId();
	const { account, user, host } = entry.actor;
	return (
		<>
			<tr data-open={open}>
				<th scope="row">{entry.seq}</th>
				<td>
					<time dateTime={entry.at}>{formatExactMoment(entry.at)}</time>
				</td>
				<td>
					{auditText(entry)}
					<span className={classes['sub']}>
						{[hostOf(entry.site), account === '' ? '' : user, hostTexts[host]].filter(Boolean).join(' · ')}
					</span>
				</td>
				<td>
					<Button
						variant="subtle"
						size="compact-xs"
						aria-expanded={open}
						aria-controls={open ? details : undefined}
						aria-label={text.detailsOf(entry.seq, open)}
						onClick={() => setOpen(!open)}
					>
						{open ? text.hide : text.show}
					</Button>
				</td>
			</tr>
			{open && (
				<tr id={details}>
					<td colSpan={4}>
						<pre tabIndex={0}>{JSON.stringify(entry.details, null, 2)}</pre>
						<p className={classes['sub']}>
							{text.hash} <code>{entry.hash}</code>
						</p>
					</td>
				</tr>
			)}
		</>
	);
};

interface EntriesProps {
	/** Newest first. */
	readonly entries: readonly ToldEntry[];
	readonly total: number;
	/** How many newer entries were passed over. */
	readonly from: number;
	readonly onTurn: (from: number) => void;
}

const Entries = ({ entries, total, from, onTurn }: EntriesProps) => (
	<>
		<div className={classes['scroll']}>
			<table className={classes['table']} aria-label={text.table}>
				<thead>
					<tr>
						{Object.values(text.columns).map((title) => (
							<th key={title} scope="col">
								{title}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{entries.map((entry) => (
						<EntryLines key={entry.seq} entry={entry} />
					))}
				</tbody>
			</table>
		</div>
		<div className={classes['pager']}>
			<span className={page['muted']}>{text.range(from + 1, from + entries.length, total)}</span>
			<Button variant="default" disabled={from === 0} onClick={() => onTurn(Math.max(0, from - entriesPerPage))}>
				{text.newer}
			</Button>
			<Button variant="default" disabled={from + entriesPerPage >= total} onClick={() => onTurn(from + entriesPerPage)}>
				{text.older}
			</Button>
		</div>
	</>
);

const NothingYet = () => <EmptyPage icon={<AuditIcon size={20} />} title={text.emptyTitle} text={text.emptyText} />;

const fileTypes: Readonly<Record<AuditFormat, string>> = { csv: 'text/csv', jsonl: 'application/jsonl' };
/** Somebody types on. */
const typingMs = 200;

export const AuditPage = () => {
	const [from, setFrom] = useState(0);
	const [choice, setChoice] = useState(everyEntry);
	const [settled] = useDebouncedValue(choice, typingMs);
	const filter = auditFilterOf(settled);
	const isEverything = isEveryEntry(settled);
	const { data: shown } = useQuery(
		api.audit.entries.queryOptions({
			input: { filter, from, count: entriesPerPage },
			placeholderData: keepPreviousData,
		}),
	);
	const verify = useMutation(api.audit.verify.mutationOptions());
	const save = useMutation(
		api.audit.export.mutationOptions({
			onSuccess: ({ name, text: log }, { format }) => {
				saveFile(name, fileTypes[format], log);
				showInfo(text.exported(name));
			},
		}),
	);
	const change = (next: typeof choice): void => {
		setChoice(next);
		setFrom(0);
	};
	const isEmpty = shown?.total === 0 && isEverything;
	return (
		<Page
			title={text.title}
			intro={text.intro}
			actions={
				<>
					<Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
						{text.verify}
					</Button>
					{auditFormats.map((format) => (
						<Button
							key={format}
							variant="default"
							loading={save.isPending && save.variables.format === format}
							disabled={shown === undefined || shown.total === 0}
							onClick={() => save.mutate({ filter: auditFilterOf(choice), format, language })}
						>
							{text.export[format]}
						</Button>
					))}
				</>
			}
		>
			<AcceptAudit />
			{verify.data !== undefined && <CheckNote check={verify.data} />}
			{shown !== undefined && !isEmpty && <AuditFilters choice={choice} sites={shown.sites} onChange={change} />}
			{shown === undefined ? (
				<PageLoading text={text.loading} />
			) : isEmpty ? (
				<NothingYet />
			) : shown.total === 0 ? (
				<p className={classes['none']} role="status">
					{text.filters.none} <ClearFilters onClear={() => change(everyEntry)} />
				</p>
			) : (
				<Entries {...shown} from={from} onTurn={setFrom} />
			)}
		</Page>
	);
};
