import { type AccessChange, declareAccess, withApprovedDomains, withChange } from '#core/evidence/declare-access.ts';
import { type CreationRecord, inferAccess, withInference } from '#core/evidence/infer-access.ts';
import type { Clock } from '#core/ports.ts';
import type { RunIndex } from '#core/runs/run-store.ts';
import {
	type AccessDeclaration,
	type AccessInference,
	type AccessSettings,
	type CustomerAccess,
	type KnownAccess,
	type UserManagement,
	unknownCustomerAccess,
} from '#shared/customer-access.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { approvedDomainsIn } from '#core/probes/capabilities.ts';
import type { AccessStore } from '../../storage/sites/access-store.ts';
import type { ProbeStore } from '../../storage/sites/probe-store.ts';
import type { SiteStore } from '../../storage/sites/site-store.ts';
import type { SiteConnection } from './site-connection.ts';

/** The site that something is said of, and the account it is asked with. */
export interface DeclaredSite {
	readonly url: string;
	readonly email: string | null;
}

interface Ports {
	readonly declarations: AccessStore;
	readonly sites: SiteStore;
	readonly runs: RunIndex;
	/** What the product's own changes have shown. */
	readonly creations: CreationRecord;
	/** What the site was found to let us see. */
	readonly probes: Pick<ProbeStore, 'answers'>;
	readonly clock: Clock;
	/** Who is signed in on this machine. */
	readonly user: string;
}

const mostShown = 50;

/** What is known of a site's customer access beyond one run, and who said so. */
export class AccessService {
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	known(siteUrl: string): KnownAccess {
		const declarations = this.#ports.declarations.declarations(siteUrl, mostShown);
		const settled = this.#withRead(siteUrl, declarations[0]?.access ?? unknownCustomerAccess);
		const inferred = this.#infer(siteUrl, declarations[0]?.at ?? '', settled);
		const read = this.#read(siteUrl);
		return {
			access: withInference(settled, inferred),
			declarations,
			read,
			inferred,
		};
	}

	/**
	 * What a run rests on: what was declared for it alone, or else what is known of the site. Approved domains that nobody
	 * named are those that the site told, and what is open then is inferred.
	 */
	forRun(siteUrl: string, declared: CustomerAccess): CustomerAccess {
		if (declared.origin === 'unknown') return this.known(siteUrl).access;
		const settled = this.#withRead(siteUrl, declared);
		return withInference(settled, this.#infer(siteUrl, this.#newest(siteUrl)?.at ?? '', settled));
	}

	/** What a run rests on after changes were made: their refusals count as well. Kept with the run. */
	afterChanges(runId: string): Outcome<CustomerAccess> {
		const { runs } = this.#ports;
		const request = runs.request(runId);
		if (!request.ok) return request;
		const { access, site } = request.value;
		const known = withInference(access, null);
		const after = withInference(known, this.#infer(site.url, this.#newest(site.url)?.at ?? '', known));
		const kept = runs.setAccess(runId, after);
		return kept.ok ? done(after) : kept;
	}

	/** Keeps what is said from now on; all unknown takes back what was said before, `null` leaves it as it was. */
	declare(site: DeclaredSite, settings: AccessSettings | null, management: UserManagement | null): Outcome<AccessDeclaration> {
		const { declarations, sites, clock, user } = this.#ports;
		const at = new Date(clock.now()).toISOString();
		const access = settings === null ? (this.#newest(site.url)?.access ?? unknownCustomerAccess) : declareAccess(settings, at);
		const declaration = { at, access, management, by: { account: site.email, user } };
		const kept = declarations.declare(site.url, declaration);
		if (!kept.ok) return kept;
		const managed = management === null ? done(null) : sites.setManagement(site.url, management);
		return managed.ok ? done(declaration) : managed;
	}

	/** What was declared for a list stands for its site, where nobody ever declared anything of that. */
	declareFirst(site: DeclaredSite, settings: AccessSettings): Outcome<null> {
		if (this.#newest(site.url) !== undefined) return done(null);
		const kept = this.declare(site, settings, null);
		return kept.ok ? done(null) : kept;
	}

	/** What was done on a page about rows of a run: known of the site from now on, and the run is judged by it. */
	declareForRun(runId: string, site: SiteConnection, declared: AccessSettings | AccessChange): Outcome<null> {
		const { runs } = this.#ports;
		const request = runs.request(runId);
		if (!request.ok) return request;
		const { url } = request.value.site;
		if (url !== site.site.origin) return failed('site-not-found', { site: url });
		const settings = 'internal' in declared ? declared : withChange(request.value.access, declared);
		const kept = this.declare({ url, email: site.email }, settings, null);
		return kept.ok ? runs.setAccess(runId, kept.value.access) : kept;
	}

	/** The same of a run whose site nobody has to be signed in to: known of the site where it is stored here, and of the run. */
	declareHere(runId: string, settings: AccessSettings): Outcome<CustomerAccess> {
		const { runs, sites, clock } = this.#ports;
		const request = runs.request(runId);
		if (!request.ok) return request;
		const { url } = request.value.site;
		const site = sites.list().find((one) => one.url === url);
		if (site !== undefined) {
			const kept = this.declare({ url, email: site.email }, settings, null);
			if (!kept.ok) return kept;
		}
		const access = this.forRun(url, declareAccess(settings, new Date(clock.now()).toISOString()));
		const kept = runs.setAccess(runId, access);
		return kept.ok ? done(access) : kept;
	}

	#newest(siteUrl: string): AccessDeclaration | undefined {
		return this.#ports.declarations.declarations(siteUrl, 1)[0];
	}

	#read(siteUrl: string): ReturnType<typeof approvedDomainsIn> {
		return approvedDomainsIn(this.#ports.probes.answers(siteUrl));
	}

	#withRead(siteUrl: string, access: CustomerAccess): CustomerAccess {
		const read = this.#read(siteUrl);
		return read === null ? access : withApprovedDomains(access, read);
	}

	/** What was seen before somebody declared the settings may have been under others. */
	#infer(siteUrl: string, since: string, known: CustomerAccess): AccessInference | null {
		const outcomes = this.#ports.creations.creationOutcomes(siteUrl).filter(({ at }) => at > since);
		return inferAccess(outcomes, known);
	}
}
