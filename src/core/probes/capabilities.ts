import { type DomainApproval, domainApprovals, type ReadApprovals } from '#shared/customer-access.ts';
import type { Json } from '#shared/verdict.ts';
import type { ProbeAnswer, ProbeId } from '#shared/probes.ts';

/** What a site is known to let us see; `null`: nobody knows, so that it is found out on the way. */
export interface SiteCapabilities {
	readonly sweepShowsPortalOnly: boolean | null;
	readonly deskShowsInactive: boolean | null;
	/** `true`: an empty list of such a desk says that nobody is a customer. Never `false`: that cannot be seen. */
	readonly openDeskKeepsList: boolean | null;
	readonly reporterFindsInactive: boolean | null;
	readonly filtersCombine: boolean | null;
}

export const unknownCapabilities: SiteCapabilities = {
	sweepShowsPortalOnly: null,
	deskShowsInactive: null,
	openDeskKeepsList: null,
	reporterFindsInactive: null,
	filtersCombine: null,
};

/** Which sources of evidence a run can rely on. */
export const capabilitiesOf = (answers: readonly ProbeAnswer[]): SiteCapabilities => {
	const answerTo = (id: ProbeId): boolean | null => {
		const answer = answers.find(({ probe }) => probe === id)?.answer ?? 'open';
		return answer === 'open' ? null : answer === 'yes';
	};
	return {
		sweepShowsPortalOnly: answerTo('sweep-shows-portal-only'),
		deskShowsInactive: answerTo('desk-shows-inactive'),
		openDeskKeepsList: answerTo('open-desk-keeps-list'),
		reporterFindsInactive: answerTo('reporter-finds-inactive'),
		filtersCombine: answerTo('filters-combine'),
	};
};

const isApproval = (value: unknown): value is DomainApproval => (domainApprovals as readonly unknown[]).includes(value);

/** The approved domains that the site was found to tell; `null` where it does not, or nobody asked. */
export const approvedDomainsIn = (answers: readonly ProbeAnswer[]): ReadApprovals | null => {
	const answerTo = answers.find(({ probe }) => probe === 'approved-domains-readable');
	const approved = answerTo?.answer === 'yes' ? answerTo.details['approved'] : undefined;
	if (answerTo === undefined || !Array.isArray(approved)) return null;
	const given = Object.entries(answerTo.details['approvals'] ?? {}) as readonly (readonly [string, Json])[];
	const approvals: Record<string, DomainApproval> = {};
	for (const [domain, approval] of given) if (isApproval(approval)) approvals[domain] = approval;
	return { approvedDomains: approved.filter((domain) => typeof domain === 'string'), approvals, at: answerTo.at };
};
