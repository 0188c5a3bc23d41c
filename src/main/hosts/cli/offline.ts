import type { Snapshot } from '#core/snapshots/snapshot.ts';
import { readSiteAddress } from '../../atlassian/site-address.ts';
import type { Services } from '../../services/compose.ts';
import { kindWords } from './export-words.ts';
import { ageWords } from '../../services/reports/age-words.ts';
import { endWith, need, tell } from './terminal.ts';

export interface OfflineOptions {
	readonly site?: string;
	readonly siteUrl?: string;
	readonly desk?: string;
	readonly snapshot?: string;
	readonly allowIncomplete?: boolean;
}

/** The address that is meant, without a token: of a stored site, of a snapshot's, or as it was given. `null`: none was named. */
const siteUrlOf = async ({ sites, snapshots }: Services, { site, siteUrl }: OfflineOptions): Promise<string | null> => {
	if (site !== undefined && siteUrl !== undefined) {
		return endWith({ code: 'wrong-use', details: { what: 'Give --site or --site-url, not both.' } });
	}
	// Nothing is sent anywhere, so an address on this machine needs no permission.
	if (siteUrl !== undefined) return need(readSiteAddress(siteUrl, { allowLoopback: true })).origin;
	if (site === undefined) return null;
	const stored = sites.urlOf(site);
	if (stored.ok) return stored.value;
	const named = need(await snapshots.list()).snapshots.find((one) => one.site.name.toLowerCase() === site.toLowerCase());
	return named?.site.url ?? endWith(stored.failure);
};

/** The snapshot a diagnosis is made against. Says which, how old it is, and what it lacks. */
export const snapshotFor = async (services: Services, options: OfflineOptions): Promise<Snapshot> => {
	const siteUrl = await siteUrlOf(services, options);
	const { snapshot } = need(
		await services.snapshots.load({
			snapshotId: options.snapshot ?? null,
			siteUrl,
			deskKey: options.desk ?? null,
			allowIncomplete: options.allowIncomplete === true,
		}),
	);
	const { id, site, takenAt, missing, organisation, exports } = snapshot;
	tell(`Against snapshot ${id} of ${site.url}, taken ${takenAt} (${ageWords(Date.parse(takenAt), Date.now())} ago). Nothing is sent.`);
	if (missing.length > 0) tell(`It is incomplete: rows say where ${missing.join(', ')} would have been asked.`);
	for (const { header } of exports) tell(`It holds ${kindWords[header.kind]} of ${header.takenAt.slice(0, 10)}: ${header.people} people.`);
	if (organisation === null && exports.length === 0) {
		tell('It was taken without an organisation key: nobody was looked up in the directory.');
	}
	return snapshot;
};
