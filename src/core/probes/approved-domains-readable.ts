import type { Failure } from '#shared/outcome.ts';
import { readAllPages } from '../evidence/pages.ts';
import { concernsOneAnswer, RunStopped } from '../evidence/settle.ts';
import type { Finding, Probe } from './probe.ts';

/** Each is a call of its own; a list that was not read whole would shut out the rest. */
const mostDomains = 50;

/** The organisation API's word for "any address", in lower case as domains are. */
const anyone = 'anyone';

const unanswered = (failure: Failure): Finding => {
	if (failure.code === 'org-key-rejected' && failure.details['missingScope'] === true) return { answer: 'open', reason: 'missing-scope' };
	if (failure.code === 'caller-lacks-rights' || failure.code === 'call-refused') return { answer: 'no', reason: 'refused' };
	if (!concernsOneAnswer(failure) && failure.code !== 'site-error') throw new RunStopped(failure);
	return { answer: 'open', reason: 'not-answered' };
};

/**
 * Do App Access Settings still answer? They were withdrawn, so they are read where they do, and never written. What they
 * say of the site's service management is kept as `approved`. Source: atlassian-api.md 6.2 and 12.6.
 */
export const approvedDomainsReadable: Probe = {
	id: 'approved-domains-readable',
	look: async ({ rare, organisation }) => {
		if (organisation === null) return { answer: 'open', reason: 'no-org-key' };
		const listed = await readAllPages((cursor) => rare.approvedDomains(organisation.id, cursor), 10);
		if (!listed.ok) return unanswered(listed.failure);
		const enabled = listed.value.value.filter((one) => one.enabled).map(({ domain }) => domain);
		if (enabled.length > mostDomains) return { answer: 'yes', reason: 'too-many', details: { domains: enabled.length } };
		const approved: string[] = [];
		for (const domain of enabled) {
			const resources = await rare.approvedDomainResources(organisation.id, domain === anyone ? 'ANYONE' : domain);
			if (!resources.ok) return unanswered(resources.failure);
			if (resources.value.value.includes(organisation.jsmResource)) approved.push(domain);
		}
		return { answer: 'yes', reason: 'seen', details: { domains: enabled.length, approved } };
	},
};
