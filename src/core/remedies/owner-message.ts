import { fillMessage, type MessageTemplate, type MessageValues } from '#shared/owner-messages.ts';
import type { OwnerMessage, PlanRow } from '#shared/plan.ts';
import { domainOf } from '../evidence/evidence.ts';

/** People by the domain their owning organisation is known by, most first. */
const groupByOwner = (rows: Iterable<PlanRow>): ReadonlyMap<string, readonly string[]> => {
	const groups = new Map<string, string[]>();
	for (const { remedy, email } of rows) {
		if (remedy !== 'ask-owning-organisation') continue;
		const domain = domainOf(email);
		groups.set(domain, [...(groups.get(domain) ?? []), email]);
	}
	return new Map([...groups].sort(([, a], [, b]) => b.length - a.length));
};

/** One message a domain: what is asked, and for whom. Addresses stand one a line. */
export const writeOwnerMessages = (
	rows: Iterable<PlanRow>,
	template: MessageTemplate,
	place: Omit<MessageValues, 'domain' | 'addresses'>,
): readonly OwnerMessage[] =>
	[...groupByOwner(rows)].map(([domain, addresses]) => ({
		domain,
		addresses,
		...fillMessage(template, { ...place, domain, addresses: addresses.join('\n') }),
	}));
