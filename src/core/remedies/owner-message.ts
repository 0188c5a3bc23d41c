import type { OwnerMessage, PlanRow } from '#shared/plan.ts';
import { domainOf } from '../evidence/evidence.ts';

export interface MessageTemplate {
	readonly subject: string;
	readonly body: string;
}

/** `{domain}`, `{site}`, `{desk}`, `{organisation}` and `{addresses}` (one a line) are filled in; anything else stays as it is. */
const fill = (text: string, values: Readonly<Record<string, string>>): string =>
	text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** People by the domain their owning organisation is known by, most first. */
export const groupByOwner = (rows: Iterable<PlanRow>): ReadonlyMap<string, readonly string[]> => {
	const groups = new Map<string, string[]>();
	for (const { remedy, email } of rows) {
		if (remedy !== 'ask-owning-organisation') continue;
		const domain = domainOf(email);
		groups.set(domain, [...(groups.get(domain) ?? []), email]);
	}
	return new Map([...groups].sort(([, a], [, b]) => b.length - a.length));
};

/** One message a domain: what to ask its administrators, and for whom. */
export const writeOwnerMessages = (
	rows: Iterable<PlanRow>,
	template: MessageTemplate,
	place: { readonly site: string; readonly desk: string },
): readonly OwnerMessage[] =>
	[...groupByOwner(rows)].map(([domain, addresses]) => {
		const values = { domain, ...place, organisation: domain, addresses: addresses.join('\n') };
		return { domain, addresses, subject: fill(template.subject, values), body: fill(template.body, values) };
	});
