import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Run } from '#shared/run.ts';
import { allRuns } from '../../activity.ts';
import { api } from '../../api.ts';
import { resultWords, words } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { allSites } from '../../sites.ts';
import { useCommand } from '../../ui/commands.ts';
import { ListIcon, PlusIcon } from '../../ui/icons.tsx';
import { EmptyPage, Page, PageLoading } from '../../ui/page-states.tsx';
import page from '../../ui/page.module.css';
import { SearchField } from '../../ui/search-field.tsx';
import { StrandedBanner } from '../plans/stranded-banner.tsx';
import { useClientOf } from '../../sites.ts';
import { runFits } from './compare/other-runs.ts';
import { RunTable } from './run-table.tsx';
import classes from './runs-page.module.css';
import { useNow } from '../../ui/use-time.ts';

/** For those who have no site at hand, or want to look before they type a token. */
const TryDemo = () => {
	const { data: info } = useQuery(api.app.info.queryOptions());
	const opening = useMutation(api.app.openDemo.mutationOptions({ onSuccess: ({ place }) => location.assign(place) }));
	useCommand({ id: 'demo', label: words.runs.tryDemo, isOffered: info?.demo === 'offered', run: () => opening.mutate(undefined) });
	if (info?.demo !== 'offered') return null;
	return (
		<>
			<p>{words.runs.emptyDemo}</p>
			<Button variant="default" loading={opening.isPending} onClick={() => opening.mutate(undefined)}>
				{words.runs.tryDemo}
			</Button>
		</>
	);
};

const EmptyRuns = () => {
	const { data: sites = [] } = useQuery(allSites);
	return (
		<EmptyPage icon={<ListIcon size={20} />} title={words.runs.emptyTitle} text={words.runs.emptyText}>
			<div className={page['actions']}>
				<Button component="a" href={routeHash({ at: 'import' })} leftSection={<PlusIcon size={14} />}>
					{words.shell.importList}
				</Button>
				{sites.length === 0 && (
					<Button component="a" href={routeHash({ at: 'sites' })} variant="default">
						{words.runs.emptySites}
					</Button>
				)}
			</div>
			<TryDemo />
		</EmptyPage>
	);
};

const Runs = ({ runs, nowMs }: { readonly runs: readonly Run[]; readonly nowMs: number }) => {
	const [typed, setTyped] = useState('');
	const clientOf = useClientOf();
	const fitting = runs.filter((run) => runFits(run, clientOf(run.site.name), typed.trim()));
	return (
		<>
			{runs.length > 1 && (
				<SearchField className={classes['search'] ?? ''} label={resultWords.runs.search} value={typed} onType={setTyped} />
			)}
			{fitting.length === 0 ? (
				<p className={page['muted']} role="status">
					{resultWords.runs.none}
				</p>
			) : (
				<RunTable runs={fitting} nowMs={nowMs} canCompare={runs.length > 1} />
			)}
		</>
	);
};

export const RunsPage = () => {
	const { data: runs } = useQuery(allRuns);
	const nowMs = useNow();
	return (
		<Page
			title={words.runs.title}
			actions={
				runs !== undefined &&
				runs.length > 0 && (
					<Button component="a" href={routeHash({ at: 'import' })} leftSection={<PlusIcon size={14} />}>
						{words.shell.importList}
					</Button>
				)
			}
		>
			<StrandedBanner />
			{runs === undefined ? <PageLoading /> : runs.length === 0 ? <EmptyRuns /> : <Runs runs={runs} nowMs={nowMs} />}
		</Page>
	);
};
