import type { Fact, PortalRecord } from '../evidence.ts';
import { deskAndOrganisationLists } from './desk-and-organisation-lists.ts';
import { knownIds } from './known-ids.ts';
import type { PortalSearch, PortalSource } from './portal-source.ts';
import { searchByReporter } from './search-by-reporter.ts';
import { userSweep } from './user-sweep.ts';

/** Where portal-only records show, most trusted first. A new one is its file and a line here. */
const portalSources: readonly PortalSource[] = [deskAndOrganisationLists, userSweep, knownIds, searchByReporter];

/** Asks one source after the other until one knows. An answer that cannot be trusted ends the search: nothing may rest on it. */
export const findPortalRecord = async (search: PortalSearch): Promise<Fact<PortalRecord | null>> => {
	let remains: Fact<PortalRecord | null> | null = null;
	for (const source of portalSources) {
		const fact = await source.look(search);
		if (fact === null) continue;
		if (fact.known || fact.why === 'unexpected') return fact;
		remains ??= fact;
	}
	if (remains === null) throw new Error('the sweep always says something');
	return remains;
};
