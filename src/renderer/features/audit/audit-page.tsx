import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { AuditCheck, AuditEntry } from '#shared/plan.ts';
import { api } from '../../api.ts';
import { auditEvent, auditProblems, auditWords as text, hostTexts } from '../../messages.ts';
import banner from '../../ui/banner.module.css';
import { formatExactMoment } from '../../ui/formats.ts';
import { AuditIcon, CheckIcon, WarningIcon } from '../../ui/icons.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { PageLoading } from '../../ui/page-states.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useDelayed } from '../../ui/use-delayed.ts';
import { AcceptAudit } from './accept-audit.tsx';
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
			<div className={banner['banner']} role="status">
				<CheckIcon />
				<div>
					<strong>{entries === 0 ? text.soundEmpty : text.sound(entries)}</strong>
					{before}
				</div>
			</div>
		);
	}
	return (
		<div className={banner['banner']} data-tone="danger" role="alert">
			<WarningIcon />
			<div>
				<strong>{text.unsound(problems.length)}</strong>
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
			</div>
		</div>
	);
};

const EntryLines = ({ entry }: { readonly entry: AuditEntry }) => {
	const [open, setOpen] = useState(false);
	const details = useId();
	return (
		<>
			<tr data-open={open}>
				<th scope="row">{entry.seq}</th>
				<td>
					<time dateTime={entry.at}>{formatExactMoment(entry.at)}</time>
				</td>
				<td>{auditEvent(entry.event)}</td>
				<td>{entry.site}</td>
				<td>
					{entry.actor.account}
					<span className={classes['sub']}>
						{entry.actor.user} · {hostTexts[entry.actor.host]}
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
					<td colSpan={6}>
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
	readonly entries: readonly AuditEntry[];
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

const NothingYet = () => (
	<div className={page['empty']}>
		<span className={page['emptyMark']}>
			<AuditIcon size={20} />
		</span>
		<h2>{text.emptyTitle}</h2>
		<p>{text.emptyText}</p>
	</div>
);

export const AuditPage = () => {
	const [from, setFrom] = useState(0);
	const { data: shown } = useQuery(
		api.audit.entries.queryOptions({
			input: { from, count: entriesPerPage },
			placeholderData: keepPreviousData,
		}),
	);
	const verify = useMutation(api.audit.verify.mutationOptions());
	const save = useMutation(
		api.audit.export.mutationOptions({
			onSuccess: ({ name, text: log }) => {
				saveFile(name, 'application/jsonl', log);
				showInfo(text.exported(name));
			},
		}),
	);
	const late = useDelayed(shown === undefined);
	return (
		<div className={page['page']}>
			<div className={page['column']}>
				<div className={page['head']}>
					<div className={page['title']}>
						<h1>{text.title}</h1>
						<p className={page['muted']}>{text.intro}</p>
					</div>
					<div className={page['actions']}>
						<Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
							{text.verify}
						</Button>
						<Button
							variant="default"
							loading={save.isPending}
							disabled={shown === undefined || shown.entries.length === 0}
							onClick={() => save.mutate()}
						>
							{text.export}
						</Button>
					</div>
				</div>
				<AcceptAudit />
				{verify.data !== undefined && <CheckNote check={verify.data} />}
				{shown === undefined ? (
					late && <PageLoading text={text.loading} />
				) : shown.entries.length === 0 ? (
					<NothingYet />
				) : (
					<Entries {...shown} from={from} onTurn={setFrom} />
				)}
			</div>
		</div>
	);
};
