import { done, type Outcome } from '#shared/outcome.ts';
import type { ProbeAnswer, ProbeId } from '#shared/probes.ts';
import type { Sql } from '../sql.ts';
import { attempt } from '../store-failure.ts';

export interface ProbeStore {
	/** In no order; none where the site was never asked. */
	answers(siteUrl: string): readonly ProbeAnswer[];
	/** In the place of earlier ones to the same questions. */
	keep(siteUrl: string, answers: readonly ProbeAnswer[]): Outcome<null>;
}

interface AnswerRecord {
	readonly probe: ProbeId;
	readonly answer: ProbeAnswer['answer'];
	readonly reason: ProbeAnswer['reason'];
	readonly details: string;
	readonly at: string;
}

export const createProbeStore = (sql: Sql): ProbeStore => ({
	answers: (siteUrl) =>
		sql
			.all<AnswerRecord>('SELECT probe, answer, reason, details, at FROM site_check WHERE site_url = ?', [siteUrl])
			.map(({ details, ...answer }) => ({ ...answer, details: JSON.parse(details) as ProbeAnswer['details'] })),
	keep: (siteUrl, answers) =>
		attempt(() =>
			sql.transaction(() => {
				for (const { probe, answer, reason, details, at } of answers) {
					sql.run('INSERT OR REPLACE INTO site_check (site_url, probe, answer, reason, details, at) VALUES (?, ?, ?, ?, ?, ?)', [
						siteUrl,
						probe,
						answer,
						reason,
						JSON.stringify(details),
						at,
					]);
				}
				return done(null);
			}),
		),
});
