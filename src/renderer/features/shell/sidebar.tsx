import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Run } from '#shared/run.ts';
import { allPlans, allRuns } from '../../activity.ts';
import { api } from '../../api.ts';
import { stateTexts, helpWords, networkWords, planWords, snapshotWords, words } from '../../messages.ts';
import { type Route, routeHash } from '../../route.ts';
import { allSites } from '../../sites.ts';
import { AuditIcon, GuideIcon, ListIcon, NetworkIcon, PlusIcon, SiteIcon, SnapshotIcon, WarningIcon } from '../../ui/icons.tsx';
import { CommandsButton } from './command-palette.tsx';
import { NetworkSign } from './network-sign.tsx';
import { makeToldApart } from './told-apart.ts';
import { LanguageToggle } from './language-toggle.tsx';
import classes from './sidebar.module.css';
import { ThemeToggle } from './theme-toggle.tsx';
import { strandedByPlan } from '../plans/stranded-banner.tsx';

const recentRuns = 12;

const NavItem = (props: { readonly to: Route; readonly current: boolean; readonly icon: ReactNode; readonly label: string }) => (
	<li>
		<a className={classes['item']} href={routeHash(props.to)} aria-current={props.current ? 'page' : undefined}>
			{props.icon}
			<span>{props.label}</span>
		</a>
	</li>
);

const RunItem = (props: {
	readonly run: Run;
	readonly current: 'page' | 'true' | undefined;
	readonly withSite: boolean;
	readonly began: string | null;
}) => {
	const { run, current, withSite, began } = props;
	return (
		<li>
			<a
				className={classes['run']}
				href={routeHash({ at: 'run', runId: run.id })}
				aria-current={current}
				title={`${run.listName}, ${run.site.name}`}
			>
				<span className={classes['dot']} data-state={run.state} aria-hidden="true" />
				<span className={classes['runName']}>{run.listName}</span>
				<span className={classes['runFacts']}>
					{stateTexts[run.state]} ·{' '}
					{run.state !== 'finished' ? words.shell.runCounts(run.checkedCount, run.rowCount) : (began ?? words.shell.rows(run.rowCount))}
					{withSite && ` · ${run.site.name}`}
				</span>
			</a>
		</li>
	);
};

/** The run itself is the page; a plan of it stands within it. */
const currentOf = (run: Run, route: Route, planRun: string | undefined): 'page' | 'true' | undefined => {
	if (route.at === 'run' || route.at === 'overview') return route.runId === run.id ? 'page' : undefined;
	if (route.at === 'compare') return route.after === run.id || route.before === run.id ? 'true' : undefined;
	return planRun === run.id ? 'true' : undefined;
};

/** On every page: nobody who was removed and is not back is overlooked. */
const StrandedItems = () => {
	const { data: stranded = [] } = useQuery(api.plans.stranded.queryOptions());
	if (stranded.length === 0) return null;
	return (
		<ul className={classes['list']}>
			{strandedByPlan(stranded).map(({ planId, site, count }) => (
				<li key={planId}>
					<a className={classes['stranded']} href={routeHash({ at: 'plan', planId })}>
						<WarningIcon />
						<span>{planWords.stranded.short(count, site)}</span>
					</a>
				</li>
			))}
		</ul>
	);
};

export const Sidebar = ({ route }: { readonly route: Route }) => {
	const { data: runs = [] } = useQuery(allRuns);
	const { data: plans = [] } = useQuery(allPlans);
	const planRun = 'planId' in route ? plans.find(({ id }) => id === route.planId)?.runId : undefined;
	// One list on several sites has several runs of one name.
	const { data: sites = [] } = useQuery(allSites);
	const withSite = sites.length > 1;
	const beganOf = makeToldApart(runs);
	const { data: info } = useQuery(api.app.info.queryOptions());
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
				<span className={classes['toggles']}>
					<LanguageToggle />
					<ThemeToggle />
				</span>
			</div>
			<CommandsButton />
			<ul className={classes['list']}>
				<NavItem to={{ at: 'import' }} current={route.at === 'import'} icon={<PlusIcon />} label={words.shell.importList} />
				<NavItem to={{ at: 'runs' }} current={route.at === 'runs'} icon={<ListIcon />} label={words.shell.runs} />
				<NavItem to={{ at: 'sites' }} current={route.at === 'sites' || route.at === 'site'} icon={<SiteIcon />} label={words.shell.sites} />
				<NavItem
					to={{ at: 'snapshots' }}
					current={route.at === 'snapshots' || route.at === 'add-admin-file'}
					icon={<SnapshotIcon />}
					label={snapshotWords.title}
				/>
				<NavItem to={{ at: 'audit' }} current={route.at === 'audit'} icon={<AuditIcon />} label={words.shell.audit} />
				<NavItem to={{ at: 'network' }} current={route.at === 'network'} icon={<NetworkIcon />} label={networkWords.title} />
				<NavItem
					to={{ at: 'help', page: 'first-steps', section: null }}
					current={route.at === 'help'}
					icon={<GuideIcon />}
					label={helpWords.title}
				/>
			</ul>
			<StrandedItems />
			{runs.length > 0 && (
				<div className={classes['recent']}>
					<h2 className={classes['heading']}>{words.shell.recent}</h2>
					<ul className={classes['list']}>
						{runs.slice(0, recentRuns).map((run) => (
							<RunItem key={run.id} run={run} current={currentOf(run, route, planRun)} withSite={withSite} began={beganOf(run)} />
						))}
					</ul>
				</div>
			)}
			<NetworkSign />
			{info !== undefined && <p className={classes['version']}>{info.version}</p>}
		</nav>
	);
};
