import type { DomainApproval } from '#shared/customer-access.ts';
import type { Failure } from '#shared/outcome.ts';
import { readAllPages } from '../evidence/pages.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import type { ApprovedProduct } from '../evidence/rare-questions.ts';
import type { Finding, Probe } from './probe.ts';

/** Each is a call of its own; a list that was not read whole would shut out the rest. */
const mostDomains = 50;

/** The organisation API's word for "any address", in lower case as domains are. */
const anyone = 'anyone';

const unanswered = (failure: Failure): Finding => {
	if (failure.code === 'scope-missing') return { answer: 'open', reason: 'missing-scope' };
	if (failure.code === 'caller-lacks-rights' || failure.code === 'call-refused') return { answer: 'no', reason: 'refused' };
	if (!concernsOneAnswer(failure) && failure.code !== 'site-error') throw new RunStopped(failure);
	return { answer: 'open', reason: 'not-answered' };
};

/** What the domain gives on the site's service management; `null` where the role is one that we do not know. */
const approvalIn = (products: readonly ApprovedProduct[], jsmResource: string): DomainApproval | null => {
	const ours = products.filter(({ resource }) => resource === jsmResource);
	if (ours.length === 0) return 'other-apps';
	if (ours.every(({ needsApproval }) => needsApproval)) return 'needs-approval';
	return ours.some(({ role, needsApproval }) => !needsApproval && role?.endsWith('/customer') === true) ? 'customer' : null;
};

/**
 * Do App Access Settings still answer? They were withdrawn, so they are read where they do, and never written. What they
 * say is kept as `approved` and `approvals`. Source: atlassian-api.md 6.2 and 12.6.
 */
export const approvedDomainsReadable: Probe = {
	id: 'approved-domains-readable',
	look: async ({ rare, organisation }) => {
		if (organisation === null) return { answer: 'open', reason: 'no-org-key' };
		const listed = await readAllPages((cursor) => rare.approvedDomains(organisation.id, cursor), 10);
		if (!listed.ok) return unanswered(listed.failure);
		const enabled = listed.value.value.filter((one) => one.enabled).map(({ domain }) => domain);
		if (enabled.length > mostDomains) return { answer: 'yes', reason: 'too-many', details: { domains: enabled.length } };
		const approvals: Record<string, DomainApproval> = {};
		for (const domain of enabled) {
			const products = await rare.approvedDomainProducts(organisation.id, domain === anyone ? 'ANYONE' : domain);
			if (!products.ok) return unanswered(products.failure);
			const approval = approvalIn(products.value.value, organisation.jsmResource);
			if (approval !== null) approvals[domain] = approval;
		}
		return { answer: 'yes', reason: 'seen', details: { domains: enabled.length, approved: enabled, approvals } };
	},
};
