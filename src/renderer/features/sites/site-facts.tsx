import { useQuery } from '@tanstack/react-query';
import { causeCodes } from '#shared/causes.ts';
import type { SiteInfo } from '#shared/run.ts';
import { signInWords, sitesWords, managementTexts, stateTexts } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { sitesOverview } from '../../sites.ts';
import { formatAgo, formatMoment } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import { CauseBar } from './cause-bar.tsx';
import { ClientField } from './client-field.tsx';
import classes from './site-page.module.css';
import section from '../../ui/section.module.css';
import { Fact } from '../../ui/section.tsx';
import { ReadOnlyField } from './read-only-field.tsx';
import { TokenNotes } from './token-notes.tsx';
import { useNow } from '../../ui/use-time.ts';

const text = sitesWords.page;

/** Whose site it is, with what it is asked, and what its last run found. */
export const SiteFacts = ({ site }: { readonly site: SiteInfo }) => {
	const { data: sites } = useQuery(sitesOverview);
	const nowMs = useNow();
	const seen = sites?.find(({ name }) => name === site.name);
	const run = seen?.lastRun ?? null;
	return (
		<section className={page['card']} aria-label={text.facts}>
			<dl className={`${section['facts'] ?? ''} ${classes['facts'] ?? ''}`}>
				<Fact label={text.client}>
					<ClientField site={site} />
				</Fact>
				<Fact label={text.account}>{site.email ?? (site.signIn === 'address' ? sitesWords.addressOnly.label : signInWords.kind)}</Fact>
				{site.deskKey !== null && <Fact label={sitesWords.edit.desk}>{site.deskKey}</Fact>}
				<Fact label={text.management}>{managementTexts[site.management]}</Fact>
				<Fact label={text.added}>{formatMoment(site.addedAt)}</Fact>
				{seen !== undefined && site.signIn !== 'address' && (
					<Fact label={sitesWords.columns.tokens}>
						<TokenNotes site={seen} nowMs={nowMs} />
					</Fact>
				)}
				{site.signIn !== 'address' && (
					<Fact label={text.power}>
						<ReadOnlyField site={site} />
					</Fact>
				)}
				{run !== null && (
					<Fact label={text.lastRun}>
						<p className={classes['run']}>
							<a href={routeHash({ at: 'run', runId: run.id })}>{run.listName}</a>{' '}
							<span className={page['muted']}>
								{run.state === 'finished' ? stateTexts.finished : sitesWords.checked(run.checkedCount, run.rowCount)} ·{' '}
								{formatAgo(run.startedAt, nowMs)}
							</span>
						</p>
						<CauseBar summary={run.summary} mostNamed={causeCodes.length} />
					</Fact>
				)}
			</dl>
		</section>
	);
};
