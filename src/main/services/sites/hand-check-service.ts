import { firstClaim, judgeAgain } from '#core/causes/decide-cause.ts';
import { countingChecks, offeredChecks } from '#core/evidence/hand-checks.ts';
import { expandFacts } from '#core/evidence/person-facts.ts';
import type { SiteKnowledge } from '#core/evidence/site-knowledge.ts';
import { readAddress } from '#core/lists/read-address.ts';
import type { Clock } from '#core/ports.ts';
import type { RunIndex } from '#core/runs/run-store.ts';
import type { Asked } from '#shared/contract.ts';
import type { HandCheckEntry, HandChecksOf } from '#shared/hand-checks.ts';
import { andThen, done, failed, type Outcome } from '#shared/outcome.ts';
import type { CheckPlace, HandCheckStore } from '../../storage/sites/hand-check-store.ts';
import type { SiteStore } from '../../storage/sites/site-store.ts';

interface Ports {
	readonly checks: HandCheckStore;
	readonly sites: Pick<SiteStore, 'list' | 'get'>;
	readonly runs: Pick<RunIndex, 'request'>;
	readonly clock: Clock;
	/** Who is signed in on this machine. */
	readonly user: string;
}

/** More than one person has checks, or anybody reads. */
const mostRead = 1000;

const normalised = (text: string): Outcome<string> => {
	const read = readAddress(text);
	return read.valid ? done(read.address) : failed('wrong-use', { what: 'address' });
};

/** What people saw on pages, where no call answers: kept, and judged by at once wherever the person is in a run. */
export class HandCheckService {
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** What was said of one person, or of everybody on a site. */
	list({ address, ...where }: Asked['checks']['list']): Promise<Outcome<HandChecksOf>> {
		const { checks } = this.#ports;
		return andThen(this.#placeOf(where), ({ place }) => {
			if (address === undefined) return done({ offered: [], entries: checks.entries(place, null, mostRead) });
			return andThen(normalised(address), (of) => {
				const entries = checks.entries(place, of, mostRead);
				const row = 'runId' in where ? checks.row(where.runId, of) : null;
				if (row === null) return done({ offered: [], entries });
				const evidence = expandFacts(row.facts, { ...row, byHand: countingChecks(entries) });
				return done({ offered: offeredChecks(evidence, firstClaim(evidence).certainty === 'proven'), entries });
			});
		});
	}

	/** Keeps what was seen. Answers how many rows were judged again with it. */
	declare({ address, said, ...where }: Asked['checks']['declare']): Promise<Outcome<{ readonly judgedAgain: number }>> {
		const { checks, clock, user } = this.#ports;
		return andThen(this.#placeOf(where), ({ place, account }) =>
			andThen(normalised(address), (of) => {
				const at = new Date(clock.now()).toISOString();
				const entry: HandCheckEntry = { address: of, ...said, at, by: { account, user } };
				const judged = checks.declare(place, entry, (row) => {
					const byHand = countingChecks(checks.entries(row.place, of, mostRead));
					return judgeAgain(row.facts, { ...row, byHand }, at);
				});
				return andThen(judged, (judgedAgain) => done({ judgedAgain }));
			}),
		);
	}

	/** For runs and plans on a site. */
	at(siteUrl: string): SiteKnowledge['checkedByHand'] {
		const { checks } = this.#ports;
		let read = { newest: -1, organisationId: null as string | null, byAddress: new Map<string, readonly HandCheckEntry[]>() };
		return (organisationId) => {
			const newest = checks.newest();
			if (newest !== read.newest || organisationId !== read.organisationId) {
				const entries = checks.entries({ siteUrl, organisationId }, null, null);
				read = { newest, organisationId, byAddress: Map.groupBy(entries, ({ address }) => address) };
			}
			const { byAddress } = read;
			return (address) => countingChecks(byAddress.get(address) ?? []);
		};
	}

	#placeOf(where: { readonly runId: string } | { readonly site: string }): Promise<Outcome<{ place: CheckPlace; account: string | null }>> {
		const { sites, runs } = this.#ports;
		if ('site' in where) {
			return andThen(sites.get(where.site), ({ url, orgId, email }) =>
				done({ place: { siteUrl: url, organisationId: orgId }, account: email }),
			);
		}
		return andThen(runs.request(where.runId), ({ site: { url, orgId } }) => {
			const account = sites.list().find((one) => one.url === url)?.email ?? null;
			return done({ place: { siteUrl: url, organisationId: orgId }, account });
		});
	}
}
