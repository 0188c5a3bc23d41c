import type { Outcome } from '#shared/outcome.ts';
import type { StartedOn } from '#shared/run.ts';

/** One list on several sites, a run each. What keeps one from being started keeps no other; a site that is named twice has one. */
export const startMany = async (
	sites: readonly string[],
	start: (site: string) => Promise<Outcome<{ readonly runId: string }>>,
): Promise<readonly StartedOn[]> => {
	const started: StartedOn[] = [];
	for (const site of new Set(sites)) started.push({ site, started: await start(site) });
	return started;
};
