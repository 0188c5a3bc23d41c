import type { AccessInference, CustomerAccess } from '#shared/customer-access.ts';
import { admits, admitsBySettings } from './customer-access.ts';

const numbersOf = ({ domains }: AccessInference) => {
	const refused = domains.reduce((total, one) => total + one.refused, 0);
	return { refused, tried: domains.reduce((total, one) => total + one.letIn, refused), domains: domains.length };
};

const byDomain = ({ domains }: AccessInference, domain: string): string => {
	const { refused, letIn } = domains.find((one) => one.domain === domain) ?? { refused: 0, letIn: 0 };
	const others = domains.filter((one) => one.letIn > 0 && one.domain !== domain).length;
	const own = `${refused} of ${refused + letIn} new addresses of ${domain} were refused`;
	return `${own}; those of ${others} other ${others === 1 ? 'domain' : 'domains'} were let in`;
};

/** The pattern in a sentence, with its numbers. */
export const inferenceText = (inferred: AccessInference, domain: string): string => {
	const { refused, tried, domains } = numbersOf(inferred);
	switch (inferred.pattern) {
		case 'closed':
			return `${refused} of ${tried} new addresses of ${domains} domains were refused`;
		case 'external-only':
			return `all ${tried} new addresses of ${domains} domains got portal-only accounts`;
		case 'by-domain':
			return byDomain(inferred, domain);
	}
};

/** The inference that the admission of this domain rests on; `null` where what was declared or read decides alone. */
export const inferenceBehind = (access: CustomerAccess, domain: string): string | null => {
	if (admitsBySettings(access, domain) !== 'unknown') return access.origin === 'inferred' ? 'customer access was inferred' : null;
	return access.inferred && admits(access, domain) !== 'unknown' ? inferenceText(access.inferred, domain) : null;
};
