import type { DemoSite } from '#demo-site/demo-site.ts';
import { Secret } from '#core/secret.ts';
import { makeRateGates } from '#main/atlassian/rate-gate.ts';
import { readAdminAddress, readSiteAddress } from '#main/atlassian/site-address.ts';
import { type CountedSiteChanges, makeSiteChanges } from '#main/atlassian/site-changes.ts';
import { type CountedSiteQuestions, makeSiteQuestions } from '#main/atlassian/site-questions.ts';
import { need } from './demo-app.ts';
import { idleClock } from './idle-clock.ts';
import { systemRandom } from '#main/system.ts';

export interface DemoAdapters {
	readonly questions: CountedSiteQuestions;
	/** On the same gates as the questions. */
	readonly changes: CountedSiteChanges;
}

/** The adapters alone, pointed at a demo site. */
export const adaptersOf = (demo: DemoSite, signal?: AbortSignal): DemoAdapters => {
	const nothing = () => undefined;
	const clock = idleClock();
	const both = {
		site: need(readSiteAddress(demo.url, { allowLoopback: true })),
		admin: need(readAdminAddress(demo.adminUrl, { allowLoopback: true })),
		credentials: {
			signIn: { by: 'token', email: demo.email, apiToken: new Secret(demo.apiToken) },
			orgApiKey: new Secret(demo.orgApiKey),
		} as const,
		clock,
		random: systemRandom,
		log: { info: nothing, warn: nothing, error: nothing },
		gates: makeRateGates(clock, systemRandom),
		...(signal === undefined ? {} : { signal }),
	};
	return { questions: makeSiteQuestions(both), changes: makeSiteChanges(both) };
};
