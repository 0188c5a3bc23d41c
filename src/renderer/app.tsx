import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useActivity } from './activity.ts';
import { api, ask, queries } from './api.ts';
import { useAttention } from './features/shell/attention.ts';
import { CommandPalette } from './features/shell/command-palette.tsx';
import { ConnectionBanner } from './features/shell/connection-banner.tsx';
import { DemoBanner } from './features/shell/demo-banner.tsx';
import { useFollowingFocus } from './features/shell/following-focus.ts';
import { useHandedFiles } from './features/shell/handed-files.ts';
import { KeysDialog } from './features/shell/keys-dialog.tsx';
import { Sidebar } from './features/shell/sidebar.tsx';
import { AuditPage } from './features/audit/audit-page.tsx';
import { GuidedPage } from './features/guided/guided-page.tsx';
import { ImportPage } from './features/import/import-page.tsx';
import { HelpPage } from './features/help/help-page.tsx';
import { NetworkPage } from './features/network/network-page.tsx';
import { MessagesPage } from './features/owner-messages/messages-page.tsx';
import { PlanPage } from './features/plans/plan-page.tsx';
import { ComparePage } from './features/runs/compare/compare-page.tsx';
import { useKeptColumns } from './features/runs/columns/columns.ts';
import { RunPage } from './features/runs/run-page.tsx';
import { RunsPage } from './features/runs/runs-page.tsx';
import { SitePage } from './features/sites/site-page.tsx';
import { SitesPage } from './features/sites/sites-page.tsx';
import { AddAdminFilePage } from './features/snapshots/add-admin-file-page.tsx';
import { FollowPulls } from './features/snapshots/snapshots.ts';
import { SnapshotsPage } from './features/snapshots/snapshots-page.tsx';
import { language } from './language.ts';
import { words } from './messages.ts';
import { goTo, type Route, useRoute } from './route.ts';
import { NoticeArea } from './ui/notice-area.tsx';
import { theme } from './ui/theme.tsx';
import classes from './app.module.css';

const Page = ({ route }: { readonly route: Route }) => {
	switch (route.at) {
		case 'run':
			return <RunPage key={route.runId} runId={route.runId} shows="rows" row={route.row ?? null} />;
		case 'overview':
			return <RunPage key={route.runId} runId={route.runId} shows="overview" row={null} />;
		case 'compare':
			return <ComparePage key={`${route.before} ${route.after}`} before={route.before} after={route.after} />;
		case 'plan':
			return <PlanPage key={route.planId} planId={route.planId} />;
		case 'work':
			return <GuidedPage key={route.planId} planId={route.planId} />;
		case 'messages':
			return <MessagesPage key={route.planId} planId={route.planId} domain={route.domain} />;
		case 'help':
			return <HelpPage page={route.page} section={route.section} />;
		case 'audit':
			return <AuditPage />;
		case 'network':
			return <NetworkPage />;
		case 'import':
			return <ImportPage />;
		case 'site':
			return <SitePage key={route.name} name={route.name} section={route.section ?? null} />;
		case 'sites':
			return <SitesPage />;
		case 'snapshots':
			return <SnapshotsPage />;
		case 'add-admin-file':
			return <AddAdminFilePage />;
		case 'runs':
			return <RunsPage />;
	}
};

/** Tells the host the language of the window, and opens the run that it names; a reload keeps its place. */
const useHost = (): void => {
	const { data: info } = useQuery(api.app.info.queryOptions({ staleTime: Infinity }));
	useEffect(() => {
		void ask(api.app.speak.call({ language }));
	}, []);
	useEffect(() => {
		if (info === undefined) return;
		document.documentElement.dataset['host'] = info.host;
		if (info.openRun !== null && location.hash === '') goTo({ at: 'run', runId: info.openRun });
	}, [info]);
};

const Shell = () => {
	useHost();
	useKeptColumns();
	useActivity();
	useAttention();
	useHandedFiles();
	const route = useRoute();
	useFollowingFocus(route);
	return (
		<div className={classes['shell']}>
			<a className={classes['skip']} href="#content" onClick={skipToContent}>
				{words.shell.skip}
			</a>
			<Sidebar route={route} />
			<main id="content" tabIndex={-1} className={classes['content']}>
				<ConnectionBanner />
				<DemoBanner />
				<Page route={route} />
			</main>
			<NoticeArea />
			<CommandPalette />
			<KeysDialog />
			<FollowPulls />
		</div>
	);
};

/** The hash is the route: following the link itself would leave the page. */
const skipToContent = (event: { preventDefault(): void }): void => {
	event.preventDefault();
	document.getElementById('content')?.focus();
};

export const App = () => (
	<MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
		<QueryClientProvider client={queries}>
			<Shell />
		</QueryClientProvider>
	</MantineProvider>
);
