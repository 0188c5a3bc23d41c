import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { filesUnder, watchFor } from '../support/canaries.ts';
import { argumentsOf, type CommandEnd, type CommandOptions, startCommand } from '../support/command-line.ts';
import { makeTempDir, startDemo } from '../support/demo-app.ts';
import { startTamperingProxy } from '../support/tampering-proxy.ts';

const apiToken = 'CANARY-api-token-5d2f';
const orgApiKey = 'CANARY-org-key-91be';

interface Trial {
	readonly demo: DemoSite;
	readonly url: string;
	readonly dir: string;
	readonly env: Record<string, string>;
	run(args: readonly string[], options?: CommandOptions): Promise<CommandEnd>;
	/** Where a canary was found: a file, a command's output or its arguments. */
	leaks(): readonly string[];
}

/** `accepts`: the proxy before the demo site takes the canaries for its tokens; else they are refused as wrong ones. */
const startTrial = async ({ accepts }: { readonly accepts: boolean }): Promise<Trial> => {
	const demo = await startDemo();
	const swap = (authorization: string): string => {
		if (authorization === `Bearer ${orgApiKey}`) return `Bearer ${demo.orgApiKey}`;
		if (authorization === `Basic ${Buffer.from(`${demo.email}:${apiToken}`).toString('base64')}`) {
			return `Basic ${Buffer.from(`${demo.email}:${demo.apiToken}`).toString('base64')}`;
		}
		throw new Error('a request carried other tokens than the canaries');
	};
	const url = await startTamperingProxy(demo.url, accepts ? { authorize: swap } : {});
	const dir = await makeTempDir();
	const dataDir = join(dir, 'data');
	writeFileSync(join(dir, 'list.csv'), makeInviteList(demo.world));
	const env = { HOME: dir, TMPDIR: dir, INVITE_DOCTOR_DATA_DIR: dataDir };
	const { search, searchFiles, found } = watchFor(() => ({ 'API token': apiToken, 'organisation key': orgApiKey }));
	return {
		demo,
		url,
		dir,
		env,
		run: async (args, options = {}) => {
			const command = startCommand(args, { ...options, env: { ...env, ...options.env } });
			search(`the arguments of ${args[0]}`, argumentsOf(command) ?? args.join(' '));
			const end = await command.ended;
			search(`what ${args[0]} printed`, end.stdout + end.stderr);
			searchFiles(dir);
			return end;
		},
		leaks: found,
	};
};

const tokens = { INVITE_DOCTOR_API_TOKEN: apiToken, INVITE_DOCTOR_ORG_API_KEY: orgApiKey };

describe('a token', () => {
	it('is found in no file, no argument and no output of a whole job', async () => {
		const trial = await startTrial({ accepts: true });
		const { demo, url, dir, run } = trial;
		const added = await run(['site', 'add', url, '--name', 'halden', '--email', demo.email, '--allow-loopback'], {
			stdin: `${apiToken}\n${orgApiKey}\n`,
		});
		expect(added).toMatchObject({ code: 0 });
		expect(await run(['site', 'list'])).toMatchObject({ code: 0 });
		const env = { ...tokens, INVITE_DOCTOR_EMAIL: demo.email };
		const outputs = ['--json', join(dir, 'report.json'), '--csv', join(dir, 'report.csv')];
		const diagnosed = await run(
			[
				'diagnose',
				'--list',
				join(dir, 'list.csv'),
				'--site-url',
				url,
				'--desk',
				demo.deskKey,
				'--access',
				demo.access,
				'--allow-loopback',
				...outputs,
			],
			{ env },
		);
		expect(diagnosed).toMatchObject({ code: 1 });
		const runId = /Run (\S+)$/m.exec(diagnosed.stdout)?.[1] ?? '';
		expect(await run(['report', runId, '--html', join(dir, 'report.html')])).toMatchObject({ code: 0 });
		expect(await run(['runs'])).toMatchObject({ code: 0 });
		expect(await run(['site', 'check', '--site-url', url, '--allow-loopback'], { env })).toMatchObject({ code: 0 });
		expect(filesUnder(dir).some((file) => file.endsWith('invite-doctor.sqlite'))).toBe(true);
		expect(filesUnder(dir).some((file) => file.endsWith('report.html'))).toBe(true);
		expect(filesUnder(dir).some((file) => file.endsWith('.log'))).toBe(true);
		expect(trial.leaks()).toEqual([]);
	});

	it('is not told by the message that it was rejected', async () => {
		const trial = await startTrial({ accepts: false });
		const { demo, url, dir, run } = trial;
		const env = { ...tokens, INVITE_DOCTOR_EMAIL: demo.email };
		const end = await run(
			[
				'diagnose',
				'--list',
				join(dir, 'list.csv'),
				'--site-url',
				url,
				'--desk',
				demo.deskKey,
				'--allow-loopback',
				'--json',
				join(dir, 'r.json'),
			],
			{ env },
		);
		expect(end).toMatchObject({ code: 2, stderr: expect.stringContaining('does not accept this email and API token') });
		expect(trial.leaks()).toEqual([]);
	});

	it('is taken from no argument: there is none for it', async () => {
		const { run } = await startTrial({ accepts: true });
		for (const option of ['--token', '--api-token', '--org-api-key']) {
			expect(await run(['diagnose', '--list', 'x.csv', option, 'x'])).toMatchObject({ code: 2 });
		}
	});
});
