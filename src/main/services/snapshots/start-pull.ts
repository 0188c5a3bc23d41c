import { declareAccess } from '#core/evidence/declare-access.ts';
import type { Clock } from '#core/ports.ts';
import type { Asked } from '#shared/contract.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { andThen, type Outcome } from '#shared/outcome.ts';
import type { AccessService } from '../sites/access-service.ts';
import type { SiteService } from '../sites/site-service.ts';
import type { SnapshotService } from './snapshot-service.ts';

interface Parts {
	readonly sites: SiteService;
	readonly access: AccessService;
	readonly snapshots: SnapshotService;
	readonly clock: Clock;
}

/**
 * Begins a pull, or goes on with one. What is known of the site's customer access goes along, so that a diagnosis elsewhere
 * rests on it too: an inference as one, and what rests on that stays likely at most.
 */
export const startPull = (
	{ sites, access, snapshots, clock }: Parts,
	{ site, desks, access: said, update = false }: Asked['snapshots']['pull'],
): Promise<Outcome<{ readonly snapshotId: string; readonly resumed: boolean }>> => {
	const declared = said === undefined ? unknownCustomerAccess : declareAccess(said, new Date(clock.now()).toISOString());
	return andThen(sites.connection(site), (connection) => {
		const known = access.forRun(connection.site.origin, declared);
		return snapshots.pull({ site: connection, deskKeys: desks ?? null, access: known, update });
	});
};
