import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('takes the tokens out of the environment, so that nothing this process starts inherits them', () => {
	const script = `
		const { environmentTokens } = await import('#main/secrets/environment.ts');
		const { spawnSync } = await import('node:child_process');
		const first = environmentTokens();
		const { stdout } = spawnSync(process.execPath, ['-p', 'JSON.stringify(process.env)'], { encoding: 'utf8' });
		const { apiToken, orgApiKey, clientSecret, proxyPassword } = first;
		const taken = [apiToken, environmentTokens().orgApiKey, clientSecret, proxyPassword].map((secret) => secret.reveal());
		console.log(JSON.stringify([...taken, stdout]));
	`;
	const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
		encoding: 'utf8',
		env: {
			PATH: process.env['PATH'],
			INVITE_DOCTOR_API_TOKEN: 'canary-1',
			INVITE_DOCTOR_ORG_API_KEY: 'canary-2',
			INVITE_DOCTOR_CLIENT_SECRET: 'canary-3',
			INVITE_DOCTOR_PROXY_PASSWORD: 'canary-4',
		},
	});
	expect(stderr).toBe('');
	const taken = JSON.parse(stdout) as string[];
	const inherited = taken.pop();
	expect(taken).toEqual(['canary-1', 'canary-2', 'canary-3', 'canary-4']);
	expect(inherited).toContain('PATH');
	expect(inherited).not.toContain('canary');
});
