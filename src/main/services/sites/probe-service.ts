import type { CreationRecord } from '#core/evidence/infer-access.ts';
import type { RareQuestions } from '#core/evidence/rare-questions.ts';
import { noKnowledge, portalBudget, type SiteKnowledge } from '#core/evidence/site-knowledge.ts';
import type { CreationAnswer } from '#core/probes/probe.ts';
import { runProbes } from '#core/probes/run-probes.ts';
import { capabilitiesOf } from '#core/probes/capabilities.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import type { Outcome } from '#shared/outcome.ts';
import { inProbeOrder, type ProbeAnswer } from '#shared/probes.ts';
import { makeSiteQuestions } from '../../atlassian/site-questions.ts';
import type { ProbeStore } from '../../storage/sites/probe-store.ts';
import type { AccessService } from './access-service.ts';
import { connectRequest, type SiteConnection, siteOptions, type SitePorts } from './site-connection.ts';

interface Ports extends SitePorts {
	readonly probes: ProbeStore;
	readonly creations: CreationRecord;
	readonly creationAnswers: (siteUrl: string) => readonly CreationAnswer[];
	readonly knownPortalId: (siteUrl: string, address: string) => string | null;
	readonly access: AccessService;
	/** What people saw on pages of a site. */
	readonly checks: { at(siteUrl: string): SiteKnowledge['checkedByHand'] };
}

/** What a site lets us see: asked for once, kept with its time, and used to choose where a run looks. */
export class ProbeService {
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	answers(siteUrl: string): readonly ProbeAnswer[] {
		return inProbeOrder(this.#ports.probes.answers(siteUrl));
	}

	/** Asks the site anew: reads only, about twenty of them. */
	async probe(site: SiteConnection, signal?: AbortSignal): Promise<Outcome<readonly ProbeAnswer[]>> {
		const { probes, creations, creationAnswers, access, clock, random } = this.#ports;
		const { origin } = site.site;
		const questions = makeSiteQuestions(siteOptions(site, this.#ports, signal));
		const answers = await runProbes({
			questions,
			rare: questions,
			connect: connectRequest(site),
			callerEmail: site.email?.toLowerCase() ?? null,
			creations: creations.creationOutcomes(origin),
			creationAnswers: creationAnswers(origin),
			declared: access.known(origin).declarations[0]?.access ?? unknownCustomerAccess,
			nobody: `nobody-${random.id()}@invite-doctor.invalid`,
			now: () => new Date(clock.now()).toISOString(),
		});
		if (!answers.ok) return answers;
		const kept = probes.keep(origin, answers.value);
		return kept.ok ? answers : kept;
	}

	/** For a run on this site. */
	knowledge(siteUrl: string, rare: RareQuestions | null): SiteKnowledge {
		const { knownPortalId, checks } = this.#ports;
		const checkedByHand = checks.at(siteUrl);
		// Nothing can be asked of a snapshot beside what it holds.
		if (rare === null) return { ...noKnowledge, checkedByHand };
		return {
			capabilities: capabilitiesOf(this.answers(siteUrl)),
			rare,
			knownPortalId: (address) => knownPortalId(siteUrl, address),
			checkedByHand,
			budget: { left: portalBudget },
		};
	}
}
