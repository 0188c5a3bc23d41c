import type { ReactNode } from 'react';
import type { Run } from '#shared/run.ts';
import { stateTexts } from '../../messages/en/terms.ts';
import { words } from '../../messages/en/words.ts';
import { type Route, routeHash } from '../../route.ts';
import { ListIcon, PlusIcon, SiteIcon } from '../../ui/icons.tsx';
import { useRunList } from '../runs/run-list.ts';
import { useAppInfo } from './app-info.ts';
import classes from './sidebar.module.css';
import { ThemeToggle } from './theme-toggle.tsx';

const recentRuns = 12;

const NavItem = (props: { readonly to: Route; readonly current: boolean; readonly icon: ReactNode; readonly label: string }) => (
	<li>
		<a className={classes['item']} href={routeHash(props.to)} aria-current={props.current ? 'page' : undefined}>
			{props.icon}
			<span>{props.label}</span>
		</a>
	</li>
);

const RunItem = ({ run, current }: { readonly run: Run; readonly current: boolean }) => (
	<li>
		<a
			className={classes['run']}
			href={routeHash({ at: 'run', runId: run.id })}
			aria-current={current ? 'page' : undefined}
			title={`${run.listName}, ${run.site.name}`}
		>
			<span className={classes['dot']} data-state={run.state} aria-hidden="true" />
			<span className={classes['runName']}>{run.listName}</span>
			<span className={classes['runFacts']}>
				{stateTexts[run.state]} ·{' '}
				{run.state === 'finished' ? words.shell.rows(run.rowCount) : words.shell.runCounts(run.checkedCount, run.rowCount)}
			</span>
		</a>
	</li>
);

export const Sidebar = ({ route }: { readonly route: Route }) => {
	const runs = useRunList((list) => list.runs);
	const version = useAppInfo((app) => app.info?.version);
	return (
		<nav className={classes['sidebar']} aria-label={words.shell.navigation}>
			<div className={classes['brand']}>
				<span className={classes['mark']} aria-hidden="true">
					<svg
						width="14"
						height="14"
						viewBox="0 0 14 14"
						fill="none"
						stroke="currentColor"
						strokeWidth="1.8"
						strokeLinecap="round"
						strokeLinejoin="round"
					>
						<path d="M1 7.5h2.6L5.2 3l3 8 1.7-3.5H13" />
					</svg>
				</span>
				<span className={classes['name']}>{words.common.appName}</span>
				<ThemeToggle />
			</div>
			<ul className={classes['list']}>
				<NavItem to={{ at: 'import' }} current={route.at === 'import'} icon={<PlusIcon />} label={words.shell.importList} />
				<NavItem to={{ at: 'runs' }} current={route.at === 'runs'} icon={<ListIcon />} label={words.shell.runs} />
				<NavItem to={{ at: 'sites' }} current={route.at === 'sites'} icon={<SiteIcon />} label={words.shell.sites} />
			</ul>
			{runs !== null && runs.length > 0 && (
				<div className={classes['recent']}>
					<h2 className={classes['heading']}>{words.shell.recent}</h2>
					<ul className={classes['list']}>
						{runs.slice(0, recentRuns).map((run) => (
							<RunItem key={run.id} run={run} current={route.at === 'run' && route.runId === run.id} />
						))}
					</ul>
				</div>
			)}
			{version !== undefined && <p className={classes['version']}>{version}</p>}
		</nav>
	);
};
