import { Button } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import type { AuditCheck, AuditEntry } from '#shared/plan.ts';
import { useConnection } from '../../connection.ts';
import { auditEvent, auditProblems, auditWords as text, hostTexts } from '../../messages.ts';
import banner from '../../ui/banner.module.css';
import { formatExactMoment } from '../../ui/formats.ts';
import { AuditIcon, CheckIcon, WarningIcon } from '../../ui/icons.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { PageLoading } from '../../ui/page-states.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useDelayed } from '../../ui/use-delayed.ts';
import { entriesPerPage, useAuditLog } from './audit-log.ts';
import classes from './audit-page.module.css';

const CheckNote = ({ check }: { readonly check: AuditCheck }) => {
	const { problems, entries } = check;
	if (problems.length === 0) {
		return (
			<div className={banner['banner']} role="status">
				<CheckIcon />
				<strong>{entries === 0 ? text.soundEmpty : text.sound(entries)}</strong>
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

const Pager = () => {
	const { entries, from, total, load } = useAuditLog();
	return (
		<div className={classes['pager']}>
			<span className={page['muted']}>{text.range(from + 1, from + (entries?.length ?? 0), total)}</span>
			<Button variant="default" disabled={from === 0} onClick={() => void load(Math.max(0, from - entriesPerPage))}>
				{text.newer}
			</Button>
			<Button variant="default" disabled={from + entriesPerPage >= total} onClick={() => void load(from + entriesPerPage)}>
				{text.older}
			</Button>
		</div>
	);
};

const Entries = ({ entries }: { readonly entries: readonly AuditEntry[] }) => (
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
		<Pager />
	</>
);

const saveLog = async (): Promise<void> => {
	const file = await useAuditLog.getState().read();
	if (file === null) return;
	saveFile(file.name, 'application/jsonl', file.text);
	showInfo(text.exported(file.name));
};

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
	const { entries, check, asking, load, verify } = useAuditLog();
	const epoch = useConnection((connection) => connection.epoch);
	const late = useDelayed(entries === null);
	useEffect(() => {
		if (epoch > 0) void load(0);
	}, [epoch, load]);
	return (
		<div className={page['page']}>
			<div className={page['column']}>
				<div className={page['head']}>
					<div className={page['title']}>
						<h1>{text.title}</h1>
						<p className={page['muted']}>{text.intro}</p>
					</div>
					<div className={page['actions']}>
						<Button variant="default" loading={asking === 'verify'} onClick={() => void verify()}>
							{text.verify}
						</Button>
						<Button
							variant="default"
							loading={asking === 'export'}
							disabled={entries === null || entries.length === 0}
							onClick={() => void saveLog()}
						>
							{text.export}
						</Button>
					</div>
				</div>
				{check !== null && <CheckNote check={check} />}
				{entries === null ? (
					late && <PageLoading text={text.loading} />
				) : entries.length === 0 ? (
					<NothingYet />
				) : (
					<Entries entries={entries} />
				)}
			</div>
		</div>
	);
};
