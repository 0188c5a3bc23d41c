import { defineConfig } from 'vitest/config';

const project = (name: string) => ({
	extends: true as const,
	test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`] },
});

export default defineConfig({
	test: {
		environment: 'node',
		// A process per file: native modules (SQLite, the keychain) are loaded once a process.
		pool: 'forks',
		// Its own choice leaves one core idle, which on two cores is half of them.
		maxWorkers: '100%',
		testTimeout: 30_000,
		hookTimeout: 60_000,
		retry: 0,
		allowOnly: false,
		projects: [project('unit'), project('integration'), project('contract'), project('faults')],
	},
});
