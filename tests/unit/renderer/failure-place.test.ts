import { describe, expect, it } from 'vitest';
import { failureCodes } from '#shared/outcome.ts';
import { placeOfFailure } from '../../../src/renderer/ui/failure-place.ts';

const leadTo = (code: (typeof failureCodes)[number], site: string | null = null) => placeOfFailure({ code, details: {} }, site)?.to ?? null;

describe('where a failure is mended', () => {
	it('is the page of the site for what the site is asked with', () => {
		for (const code of ['token-rejected', 'org-key-rejected', 'scope-missing', 'sign-in-needed', 'caller-lacks-rights'] as const) {
			expect(leadTo(code, 'Acme')).toEqual({ at: 'site', name: 'Acme' });
			expect(leadTo(code)).toEqual({ at: 'sites' });
		}
		expect(placeOfFailure({ code: 'token-missing', details: { site: 'Acme' } })?.to).toEqual({ at: 'site', name: 'Acme' });
	});

	it('is the Network page for the way to the site, whatever of it fails', () => {
		const codes = failureCodes.filter((code) => /^proxy-|^certificate-|^offline$|^unreachable$|^timed-out$|^blocked-/.test(code));
		expect(codes.length).toBeGreaterThan(8);
		for (const code of codes) expect(leadTo(code, 'Acme')).toEqual({ at: 'network' });
	});

	it('is no page of ours for what somebody else has to mend, or what is gone by itself', () => {
		for (const code of ['rate-limited', 'site-error', 'site-suspended', 'ip-not-allowed', 'cancelled', 'store-full'] as const) {
			expect(leadTo(code, 'Acme')).toBeNull();
		}
	});

	it('is never a page that what failed names as a site that is not there', () => {
		expect(placeOfFailure({ code: 'site-not-found', details: { site: 'https://x.example' } })?.to).toEqual({ at: 'sites' });
	});
});
