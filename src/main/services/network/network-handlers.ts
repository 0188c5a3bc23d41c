import { andThen } from '#shared/outcome.ts';
import { os } from '../handlers.ts';
import type { SiteService } from '../sites/site-service.ts';
import type { NetworkService } from './network-service.ts';

interface Parts {
	readonly network: NetworkService;
	readonly sites: SiteService;
}

/** `network.*` */
export const networkHandlers = ({ network, sites }: Parts) => ({
	get: os.network.get.handler(() => network.get()),
	set: os.network.set.handler(({ input }) => network.set(input)),
	check: os.network.check.handler(({ input, signal }) =>
		andThen(sites.connection('name' in input ? input.name : input.given), (site) => network.walk(site, () => sites.check(site, signal))),
	),
});
