import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { makeSeededRandom } from '#demo-site/world/random.ts';
import { openDatabase } from '#main/storage/database.ts';
import type { Sql } from '#main/storage/sql.ts';
import { isChange, repeatedBlindly } from '../support/change-record.ts';
import { type StartedCommand, startCommand } from '../support/command-line.ts';
import { need } from '../support/demo-app.ts';
import { isCustomer, planOnDemo, type Setting } from '../support/remediation.ts';

/** How many kills, and of how large a site; the long form (`npm run test:long`) has 200 of 300 rows. */
const kills = Number(process.env['KILLS'] ?? 4);
const people = Number(process.env['KILLS_PEOPLE'] ?? 120);
const sideBySide = 2;

interface Killed {
	readonly setting: Setting;
	/** Changes the site heard of although no intent was stored. */
	readonly unannounced: readonly string[];
}

const intentsFor = (sql: Sql): number => sql.get<{ n: number }>("SELECT count(*) AS n FROM change WHERE state = 'intent'")?.n ?? 0;

/**
 * Kills the remediation when its `killAt`-th change arrives: before the site hears of it, or after it has acted and before
 * the answer is back. The proxy looks into the store at each change: an intent must stand there already.
 */
const killAt = async (change: number, afterEffect: boolean, invites = false): Promise<Killed> => {
	let command: StartedCommand | null = null;
	let sql: Sql | null = null;
	let seen = 0;
	const unannounced: string[] = [];
	const kill = (): void => void command?.process.kill('SIGKILL');
	const setting = await planOnDemo({
		planArgs: ['--replace-managed-elsewhere', ...(invites ? ['--invite'] : [])],
		site: { world: makeWorld({ people }) },
		tamper: {
			instead: (request) => {
				if (!isChange(request)) return null;
				seen += 1;
				if (sql !== null && intentsFor(sql) === 0) unannounced.push(`${request.method} ${request.path}`);
				if (seen === change && !afterEffect) {
					kill();
					return { status: 503, text: '{}' };
				}
				return null;
			},
			change: (request, answer) => {
				if (isChange(request) && seen === change && afterEffect) kill();
				return answer;
			},
		},
	});
	sql = need(await openDatabase(join(setting.dataDir, 'invite-doctor.sqlite')));
	command = startCommand([...setting.remediate, '--allow-loopback'], { env: setting.env });
	await command.ended;
	sql.close();
	sql = null;
	return { setting, unannounced };
};

const finish = async (setting: Setting): Promise<void> => {
	const end = await setting.run(setting.remediate);
	expect(end.code, end.stderr).toBe(1);
	expect(setting.result().plan.state).toBe('finished');
};

const expectSound = ({ setting, unannounced }: Killed): void => {
	const { demo, plan } = setting;
	const { rows } = setting.result();
	expect(unannounced).toEqual([]);
	expect(repeatedBlindly(demo.requests(), demo.world)).toEqual([]);
	expect(rows.map(({ row }) => row)).toEqual(plan.rows.map(({ row }) => row));
	const applied = rows.filter(({ outcome }) => outcome === 'applied');
	expect(applied.filter(({ email }) => !isCustomer(demo, email))).toEqual([]);
	expect(applied.filter(({ cause }) => cause !== 'already-customer')).toEqual([]);
	expect(rows.filter(({ guided, outcome }) => guided && outcome !== 'guided')).toEqual([]);
	const invited = demo.world.mails.map(({ to }) => to);
	expect(invited).toHaveLength(new Set(invited).size);
	// An invitation that was under way when the process died cannot be settled; nothing else is left to a person.
	expect(
		rows.filter(
			({ outcome, remedy, steps }) => outcome === 'needs-person' && remedy !== 'invite-with-role' && !steps.includes('invite-customer'),
		),
	).toEqual([]);
	expect(rows.filter(({ outcome }) => !['applied', 'guided', 'needs-person'].includes(outcome))).toEqual([]);
	const removed = rows.filter(({ destructive }) => destructive);
	expect(removed.length).toBeGreaterThan(0);
	expect(removed.filter(({ email, stranded }) => !isCustomer(demo, email) && stranded !== true)).toEqual([]);
};

describe('killing a remediation', () => {
	it('changes nothing twice, loses no row and leaves nobody removed without an account', { timeout: 3_600_000 }, async () => {
		const random = makeSeededRandom(20261125);
		const whole = await killAt(Number.POSITIVE_INFINITY, false);
		await finish(whole.setting).catch(() => undefined);
		const changes = whole.setting.demo.requests().filter(isChange).length;
		const points = Array.from({ length: kills }, (_, n) => ({
			at: 1 + random.integer(changes),
			afterEffect: n % 2 === 1,
			invites: n % 4 > 1,
		}));
		const worker = async (): Promise<void> => {
			for (let point = points.shift(); point; point = points.shift()) {
				const killed = await killAt(point.at, point.afterEffect, point.invites);
				await finish(killed.setting);
				expectSound(killed);
				await killed.setting.demo.stop();
			}
		};
		onTestFinished(() => void points.splice(0));
		await Promise.all(Array.from({ length: sideBySide }, worker));
	});
});
