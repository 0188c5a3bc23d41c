import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { runCommand, startCommand } from '../support/command-line.ts';
import { makeTempDir } from '../support/demo-app.ts';
import { headers } from '../support/admin-files.ts';

const people = 20_000;
const usersCsv = `${headers.users}\n${Array.from({ length: people }, (_, index) => `${index},P,p${index}@x.example,Active,,,User\n`).join('')}`;

it('an import that is killed leaves the snapshot as it was or whole, and nothing beside it once the next has run', async () => {
	const dir = await makeTempDir();
	const env = { HOME: dir, INVITE_DOCTOR_DATA_DIR: join(dir, 'data'), DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
	const big = join(dir, 'users.csv');
	const small = join(dir, 'managed.csv');
	writeFileSync(big, usersCsv);
	writeFileSync(small, `${headers.managed}\nA,ann@x.example,,Active,No,P,T,No,\n`);
	const folder = join(dir, 'data', 'snapshots');
	const site = ['--site-url', 'https://acme.atlassian.net'];
	const id = /^([0-9a-f]{12}) /m.exec((await runCommand(['snapshot', 'import', small, ...site], { env })).stdout)?.[1] ?? '';
	const isWriting = (): boolean => readdirSync(folder).some((name) => name.startsWith('.import-'));
	/** Bytes of an import under way; the copy of the snapshot that it begins with is no work of its own. */
	const written = (): number => {
		const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.startsWith('.import-'))
			.map((name) => statSync(join(folder, name), { throwIfNoEntry: false }))
			.map((stat) => (stat?.isFile() ? stat.size : 0));
		return sizes.reduce((sum, size) => sum + size, 0) - statSync(join(folder, `${id}.sqlite`)).size;
	};
	let added = 0;
	let broken = 0;
	// As the folder appears, at a piece more each, and after the end: it never gets so long.
	for (const bytes of [Number.NEGATIVE_INFINITY, 50_000, 250_000, 750_000, 1_500_000, Number.POSITIVE_INFINITY]) {
		const command = startCommand(['snapshot', 'import', big, '--into', id], { env });
		let hasEnded = false;
		void command.ended.then(() => (hasEnded = true));
		while (!hasEnded && (!isWriting() || written() < bytes)) await sleep(1);
		command.process.kill('SIGKILL');
		await command.ended;
		if (isWriting()) broken++;
		const { stdout } = await runCommand(['snapshot', 'list'], { env });
		const whole = stdout.match(new RegExp(`Export users of .*: ${people} people`, 'g'))?.length ?? 0;
		expect(stdout).toContain(`${id}  `);
		expect(stdout).toMatch(/ complete {4}/);
		expect(stdout).toContain('Export managed accounts');
		expect([added, added + 1]).toContain(whole);
		added = whole;
		// The next import clears away what this one left.
		expect(await runCommand(['snapshot', 'import', small, '--into', id], { env })).toMatchObject({ code: 0 });
		expect(isWriting()).toBe(false);
	}
	expect(broken).toBeGreaterThan(0);
	console.log(`killed six times: ${broken} in the middle of writing, ${added} after the end`);
	expect(await runCommand(['snapshot', 'import', small, '--into', id], { env })).toMatchObject({ code: 0 });
	expect(readdirSync(folder)).toEqual([`${id}.sqlite`]);
});
