import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Run, SiteInfo } from '#shared/run.ts';
import { useMantineColorScheme } from '@mantine/core';
import { allPlans, allRuns } from '../../activity.ts';
import { helpWords, networkWords, shellWords, snapshotWords, words } from '../../messages.ts';
import { goTo, guidePageNames, type Route, siteSections } from '../../route.ts';
import { api } from '../../api.ts';
import { allSites, siteLabel } from '../../sites.ts';
import { useCommands } from '../../ui/commands.ts';
import { formatMoment } from '../../ui/formats.ts';
import { makeToldApart } from './told-apart.ts';
import type { CommandKind, ListedCommand } from './find-commands.ts';

const text = shellWords.commands;

const leads = (kind: CommandKind, id: string, label: string, to: Route): ListedCommand => ({ kind, id, label, run: () => goTo(to) });

const pages: readonly ListedCommand[] = [
	leads('page', 'import', words.shell.importList, { at: 'import' }),
	leads('page', 'runs', words.shell.runs, { at: 'runs' }),
	leads('page', 'sites', words.shell.sites, { at: 'sites' }),
	leads('page', 'snapshots', snapshotWords.title, { at: 'snapshots' }),
	leads('page', 'audit', words.shell.audit, { at: 'audit' }),
	leads('page', 'network', networkWords.title, { at: 'network' }),
];

const guide: readonly ListedCommand[] = guidePageNames.map((page) =>
	leads('guide', page, helpWords.page[page], { at: 'help', page, section: null }),
);

const schemes = [
	['light', words.shell.light],
	['dark', words.shell.dark],
	['auto', words.shell.system],
] as const;

const useThemeCommands = (): readonly ListedCommand[] => {
	const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
	return useMemo(
		() =>
			schemes
				.filter(([scheme]) => scheme !== colorScheme)
				.map(([scheme, name]) => ({ kind: 'setting', id: `theme ${scheme}`, label: text.theme(name), run: () => setColorScheme(scheme) })),
		[colorScheme, setColorScheme],
	);
};

/** What can be set of a site; without an account there is no more than customer access. */
const settingsOf = ({ name, signIn }: SiteInfo): readonly ListedCommand[] =>
	siteSections
		.filter((section) => section === 'customer-access' || signIn !== 'address')
		.map((section) => leads('setting', `${section} ${name}`, text.siteSetting[section](name), { at: 'site', name, section }));

const leastTyped = 3;
const mostPeople = 8;
const typingPauseMs = 150;

/** People by a part of their address, in the rows of all runs. */
export const usePeople = (typed: string): readonly ListedCommand[] => {
	const [asked] = useDebouncedValue(typed.trim(), typingPauseMs);
	const input = asked.length < leastTyped ? skipToken : { text: asked.slice(0, 200), count: mostPeople };
	const { data } = useQuery(api.runs.find.queryOptions({ input, meta: { failure: 'in place' }, placeholderData: keepPreviousData }));
	return useMemo(
		() =>
			typed.trim().length < leastTyped
				? []
				: (data ?? [])
						.filter(({ email }) => email.toLowerCase().includes(typed.trim().toLowerCase()))
						.map(({ email, runId, id, listName, site }) =>
							leads('person', `${runId} ${id}`, text.person(email, text.run(listName, site)), { at: 'run', runId, row: id }),
						),
		[data, typed],
	);
};

const runCommands = (runs: readonly Run[]): readonly ListedCommand[] => {
	const beganOf = makeToldApart(runs);
	return runs.map((run) => {
		const names = [text.run(run.listName, run.site.name), beganOf(run)].filter((part) => part !== null);
		return leads('run', run.id, names.join(' · '), { at: 'run', runId: run.id });
	});
};

/** What the page can do first, then where one can go. */
export const useListedCommands = (): readonly ListedCommand[] => {
	const offered = useCommands((commands) => commands.offered);
	const { data: runs } = useQuery(allRuns);
	const { data: plans } = useQuery(allPlans);
	const { data: sites } = useQuery(allSites);
	const themes = useThemeCommands();
	return useMemo(
		() => [
			...offered.filter(({ kind }) => kind === undefined).map(({ id, label, run }) => ({ kind: 'action', id, label, run }) as const),
			...pages,
			...runCommands(runs ?? []),
			...(plans ?? []).map(({ id, listName, createdAt }) =>
				leads('plan', id, text.plan(listName, formatMoment(createdAt)), { at: 'plan', planId: id }),
			),
			...(sites ?? []).map((site) => leads('site', site.name, siteLabel(site), { at: 'site', name: site.name })),
			...(sites ?? []).flatMap(settingsOf),
			...offered.flatMap(({ kind, id, label, run }) => (kind === undefined ? [] : [{ kind, id, label, run }])),
			...themes,
			...guide,
		],
		[offered, runs, plans, sites, themes],
	);
};
