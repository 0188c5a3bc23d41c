import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const project = (name: string, more: { readonly isolate?: false } = {}) => ({
	extends: true as const,
	test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...more },
});

export default defineConfig({
	test: {
		environment: 'node',
		// A process per file: native modules (SQLite, the keychain) are loaded once a process.
		pool: 'forks',
		// Half of what integration tests take is waiting for a process or a pause.
		maxWorkers: availableParallelism() * 2,
		// For what never ends. How long a thing takes is no matter of a test: the machine may have other things to do.
		testTimeout: 600_000,
		hookTimeout: 600_000,
		expect: { poll: { timeout: 600_000 } },
		// Many tests start the command line as a process of its own: most of what that takes is compiling its sources.
		env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('.cache/node', import.meta.url)) },
		retry: 0,
		allowOnly: false,
		// Unit tests leave nothing behind: a process runs many files, and loads what they share once.
		projects: [project('unit', { isolate: false }), project('integration'), project('contract'), project('faults')],
	},
});
