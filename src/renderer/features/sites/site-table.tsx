import type { SiteOverview } from '#shared/site-overview.ts';
import { deletionWords, sitesWords, stateTexts } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { hostOf } from '../../sites.ts';
import { formatAgo } from '../../ui/formats.ts';
import { CauseBar } from './cause-bar.tsx';
import { byClient, type ClientSites } from './clients.tsx';
import { DeleteButton } from '../deletion/delete-dialog.tsx';
import classes from './sites-page.module.css';
import { TokenNotes } from './token-notes.tsx';

const text = sitesWords;

const LastRun = ({ run, nowMs }: { readonly run: NonNullable<SiteOverview['lastRun']>; readonly nowMs: number }) => (
	<>
		<a className={classes['above']} href={routeHash({ at: 'run', runId: run.id })} title={run.listName}>
			{run.listName}
		</a>
		<span className={classes['sub']}>
			<span>{run.state === 'finished' ? stateTexts.finished : text.checked(run.checkedCount, run.rowCount)} ·</span>{' '}
			<span>{formatAgo(run.startedAt, nowMs)}</span>
		</span>
	</>
);

const SiteLine = ({ site, nowMs }: { readonly site: SiteOverview; readonly nowMs: number }) => (
	<tr>
		<th scope="row">
			<a className={classes['open']} href={routeHash({ at: 'site', name: site.name })}>
				{site.name}
			</a>
			<span className={classes['sub']}>{hostOf(site.url)}</span>
		</th>
		<td className={classes['causes']}>
			{site.lastRun === null ? (
				<span className={classes['muted']}>{text.neverRun}</span>
			) : (
				<CauseBar summary={site.lastRun.summary} mostNamed={3} />
			)}
		</td>
		<td className={classes['run']}>{site.lastRun !== null && <LastRun run={site.lastRun} nowMs={nowMs} />}</td>
		<td className={classes['snapshot']}>
			{site.snapshotAgeMs === null ? (
				<span className={classes['muted']}>{text.noSnapshot}</span>
			) : (
				formatAgo(new Date(nowMs - site.snapshotAgeMs).toISOString(), nowMs)
			)}
		</td>
		<td>
			{site.signIn === 'address' ? (
				<span className={classes['muted']}>{text.addressOnly.label}</span>
			) : (
				<TokenNotes site={site} nowMs={nowMs} />
			)}
		</td>
	</tr>
);

const ClientLines = ({ group: { client, sites }, nowMs }: { readonly group: ClientSites<SiteOverview>; readonly nowMs: number }) => (
	<tbody>
		<tr className={classes['client']}>
			<th scope="rowgroup" colSpan={5}>
				{client ?? text.nobody}{' '}
				<span className={classes['muted']}>
					{text.group(
						sites.length,
						sites.reduce((sum, { lastRun }) => sum + (lastRun?.blockedCount ?? 0), 0),
					)}
				</span>
				{client !== null && (
					<DeleteButton
						of={{ kind: 'client', client }}
						label={deletionWords.of(client)}
						isSmall
						title={deletionWords.clientTitle(client)}
						done={deletionWords.done.client(client)}
					/>
				)}
			</th>
		</tr>
		{sites.map((site) => (
			<SiteLine key={site.name} site={site} nowMs={nowMs} />
		))}
	</tbody>
);

/** All sites by client, each with its last run, its newest snapshot and its tokens. */
export const SiteTable = ({ sites, nowMs }: { readonly sites: readonly SiteOverview[]; readonly nowMs: number }) => (
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
			{byClient(sites).map((group) => (
				<ClientLines key={group.client ?? ''} group={group} nowMs={nowMs} />
			))}
		</table>
	</div>
);
