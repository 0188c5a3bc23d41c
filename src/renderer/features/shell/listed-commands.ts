import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMantineColorScheme } from '@mantine/core';
import { allPlans, allRuns } from '../../activity.ts';
import { helpWords, networkWords, shellWords, snapshotWords, words } from '../../messages.ts';
import { goTo, guidePageNames, type Route } from '../../route.ts';
import { allSites } from '../../sites.ts';
import { useCommands } from '../../ui/commands.ts';
import { formatMoment } from '../../ui/formats.ts';
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
				.map(([scheme, name]) => ({ kind: 'action', id: `theme ${scheme}`, label: text.theme(name), run: () => setColorScheme(scheme) })),
		[colorScheme, setColorScheme],
	);
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
			...offered.map(({ id, label, run }) => ({ kind: 'action', id, label, run }) as const),
			...pages,
			...(runs ?? []).map(({ id, listName, site }) => leads('run', id, text.run(listName, site.name), { at: 'run', runId: id })),
			...(plans ?? []).map(({ id, listName, createdAt }) =>
				leads('plan', id, text.plan(listName, formatMoment(createdAt)), { at: 'plan', planId: id }),
			),
			...(sites ?? []).map(({ name }) => leads('site', name, name, { at: 'site', name })),
			...themes,
			...guide,
		],
		[offered, runs, plans, sites, themes],
	);
};
