import { describe, expect, it } from 'vitest';
import { deletions, isOneSlipApart } from '#core/lists/near-miss.ts';
import { makeSuggester, suggestFromSite } from '#core/lists/suggest-address.ts';
import { fc } from '../../../support/properties.ts';

const listDomains = new Map([
	['northwind.com', 40],
	['contoso.example', 12],
	['corp1.com', 30],
	['fabrikam.com', 8],
	['beta.com', 50],
	['small.com', 2],
	['northwnd.com', 1],
	['fabrikan.com', 2],
	['example.org', 9],
	['my-company.com', 20],
	['litware.technology', 30],
	['litware.technolgy', 2],
]);
const suggest = makeSuggester({ listDomains, siteDomains: ['woodgrove.net'] });
const domainFor = (domain: string) => suggest(`ann@${domain}`)?.slice(4) ?? null;

describe('makeSuggester', () => {
	it.each([
		['gmial.com', 'gmail.com'],
		['gmail.co', 'gmail.com'],
		['gmail.co', 'gmail.com'],
		['gmal.com', 'gmail.com'],
		['gmai.com', 'gmail.com'],
		['gamil.com', 'gmail.com'],
		['gmail.con', 'gmail.com'],
		['gmail.cmo', 'gmail.com'],
		['gmaill.com', 'gmail.com'],
		['gnail.com', 'gmail.com'],
		['hotmial.com', 'hotmail.com'],
		['hotmal.co.uk', 'hotmail.co.uk'],
		['outlok.com', 'outlook.com'],
		['outloook.com', 'outlook.com'],
		['yaho.com', 'yahoo.com'],
		['yahooo.de', 'yahoo.de'],
		['iclod.com', 'icloud.com'],
		['gxm.de', 'gmx.de'],
		['gmx.nte', 'gmx.net'],
		['liev.com', 'live.com'],
		['t-onlin.de', 't-online.de'],
		['protonmial.com', 'protonmail.com'],
		['northwnd.com', 'northwind.com'],
		['northwind.con', 'northwind.com'],
		['contosso.example', 'contoso.example'],
		['woodgorve.net', 'woodgrove.net'],
		['woodgrove.met', 'woodgrove.net'],
		['small.ocm', 'small.com'],
		['litware.technolgy', 'litware.technology'],
		['contoso.exampel', 'contoso.example'],
	])('suggests for %s: %s', (suspect, meant) => {
		expect(domainFor(suspect)).toBe(meant);
	});

	it.each([
		'other.technolgy',
		'gmail.com',
		'mail.com',
		'ymail.com',
		'email.com',
		'gmx.com',
		'gmx.net',
		'cloud.com',
		'me.com',
		'outlook.de',
		'live.nl',
		'hotmail.es',
		'corp2.com',
		'corp12.com',
		'beto.com',
		'example.com',
		'northwind.net',
		'northwind.de',
		'gmail.cm',
		'fabrikan.com',
		'smalls.com',
		'mycompany.com',
		'orthwind.com',
		'sub.northwnd.com',
		'unrelated.io',
		'em.com',
		'web.com',
		'localhost',
	])('leaves %s alone', (domain) => {
		expect(domainFor(domain)).toBeNull();
	});

	it('leaves a suspect alone that two known domains could have been', () => {
		const both = makeSuggester({
			listDomains: new Map([
				['adventure-a.com', 30],
				['adventure-b.com', 30],
			]),
			siteDomains: [],
		});
		expect(both('ann@adventure-c.com')).toBeNull();
	});

	it('takes a slip of a provider for one also where many rows have it, if twice as many are at the provider', () => {
		const suggestIn = (domains: readonly (readonly [string, number])[]) =>
			makeSuggester({ listDomains: new Map(domains), siteDomains: [] });
		const frequent = ['gmial.com', 8] as const;
		expect(suggestIn([frequent, ['gmail.com', 16]])('ann@gmial.com')).toBe('ann@gmail.com');
		expect(suggestIn([frequent, ['gmail.com', 15]])('ann@gmial.com')).toBeNull();
	});

	it('keeps the local part', () => {
		expect(suggest('a.b+c@gmial.com')).toBe('a.b+c@gmail.com');
	});
});

describe('suggestFromSite', () => {
	it('tells near misses of the site’s own domains, and leaves those of providers to the list', () => {
		const fromSite = suggestFromSite();
		expect(fromSite('ann@woodgorve.net', ['woodgrove.net'])).toBe('ann@woodgrove.net');
		expect(fromSite('ann@gmial.com', ['woodgrove.net'])).toBeNull();
		expect(fromSite('ann@woodgorve.net', [])).toBeNull();
	});
});

describe('deletions', () => {
	it('are shared by any two words one slip apart', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(word, word, (left, right) => {
				if (!isOneSlipApart(left, right)) return;
				const forms = new Set(deletions(left));
				expect(deletions(right).some((form) => forms.has(form))).toBe(true);
			}),
		);
	});
});
