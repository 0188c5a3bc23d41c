import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('takes the tokens out of the environment, so that nothing this process starts inherits them', () => {
	const script = `
		const { environmentTokens } = await import('#main/secrets/environment.ts');
		const { spawnSync } = await import('node:child_process');
		const first = environmentTokens();
		const { stdout } = spawnSync(process.execPath, ['-p', 'JSON.stringify(process.env)'], { encoding: 'utf8' });
		console.log(JSON.stringify([first.apiToken.reveal(), environmentTokens().orgApiKey.reveal(), stdout]));
	`;
	const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
		encoding: 'utf8',
		env: { PATH: process.env['PATH'], INVITE_DOCTOR_API_TOKEN: 'canary-1', INVITE_DOCTOR_ORG_API_KEY: 'canary-2' },
	});
	expect(stderr).toBe('');
	const [apiToken, orgApiKey, inherited] = JSON.parse(stdout) as [string, string, string];
	expect([apiToken, orgApiKey]).toEqual(['canary-1', 'canary-2']);
	expect(inherited).toContain('PATH');
	expect(inherited).not.toContain('canary');
});
