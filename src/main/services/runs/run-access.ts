import { countAwaitingAccess, judgeUnder } from '#core/causes/judge-access.ts';
import type { SiteKnowledge } from '#core/evidence/site-knowledge.ts';
import type { Clock } from '#core/ports.ts';
import type { FactsAs, JudgedRow, RunIndex, RunRows } from '#core/runs/run-store.ts';
import type { AccessSettings } from '#shared/customer-access.ts';
import { andThen, done, failed, type Outcome } from '#shared/outcome.ts';
import { makeTurns } from '../../turns.ts';
import type { AccessService } from '../sites/access-service.ts';

interface Ports {
	readonly store: RunIndex & RunRows;
	readonly access: Pick<AccessService, 'declareHere'>;
	readonly checks: { at(siteUrl: string): SiteKnowledge['checkedByHand'] };
	readonly clock: Clock;
}

/** Rows written at once: others get their turn between. */
const writtenAtOnce = 500;

/** Customer access as a run rests on it: how much waits for it, and what follows once somebody says what the page shows. */
export class RunAccess {
	readonly #ports: Ports;

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	/** How many rows are not settled because nobody has said what the page shows. */
	awaiting(runId: string): Promise<Outcome<number>> {
		const { store } = this.#ports;
		return andThen(store.run(runId), async ({ access }) =>
			done(await countAwaitingAccess(store.factRows(runId, 'seen-last'), access, makeTurns())),
		);
	}

	/** Keeps what was said, for the site and for the run, and judges its rows again from what is known of them. Asks nothing. */
	async declare(runId: string, settings: AccessSettings): Promise<Outcome<{ readonly judgedAgain: number }>> {
		const { store, access } = this.#ports;
		const run = store.run(runId);
		if (!run.ok) return run;
		if (run.value.state === 'running') return failed('run-busy', { run: runId });
		const before = run.value.access;
		const after = access.declareHere(runId, settings);
		if (!after.ok) return after;
		const changed = new Set<number>();
		for (const as of ['diagnosed', 'seen-last'] as const) {
			const judged = await this.#judge(runId, as, { before, after: after.value });
			if (!judged.ok) return judged;
			for (const id of judged.value) changed.add(id);
		}
		return done({ judgedAgain: changed.size });
	}

	async #judge(
		runId: string,
		as: FactsAs,
		settings: Pick<Parameters<typeof judgeUnder>[1], 'before' | 'after'>,
	): Promise<Outcome<readonly number[]>> {
		const { store, checks, clock } = this.#ports;
		const request = store.request(runId);
		if (!request.ok) return request;
		const { url, orgId } = request.value.site;
		const at = new Date(clock.now()).toISOString();
		const checkedByHand = checks.at(url)(orgId);
		const turns = makeTurns();
		const ids: number[] = [];
		for (const page of store.factRows(runId, as)) {
			let judged: JudgedRow[] = [];
			const write = (): Outcome<null> => {
				const written = store.replaceVerdicts(runId, judged, as);
				judged = [];
				return written;
			};
			for (const row of page) {
				const again = judgeUnder(
					row,
					{ ...settings, at },
					{
						proofs: () => this.#evidenceOf(runId, row.id, as),
						byHand: () => checkedByHand(row.address),
					},
				);
				if (again === null) continue;
				judged.push(again);
				ids.push(row.id);
				if (judged.length === writtenAtOnce) {
					const written = write();
					if (!written.ok) return written;
				}
				if (turns.isDue()) await turns.give();
			}
			const written = write();
			if (!written.ok) return written;
		}
		return done(ids);
	}

	#evidenceOf(runId: string, id: number, as: FactsAs) {
		const row = this.#ports.store.row(runId, id);
		if (!row.ok) return [];
		return (as === 'seen-last' ? row.value.verdictAfter : row.value.verdict)?.evidence ?? [];
	}
}
