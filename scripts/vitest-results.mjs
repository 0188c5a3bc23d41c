import { writeFileSync } from 'node:fs';

/**
 * Writes what Vitest's JSON reporter leaves out: why a test was skipped. `scripts/test.mjs` reads it from the file
 * that `VITEST_RESULTS` names.
 */
export default class ResultsReporter {
	onTestRunEnd(modules, unhandledErrors) {
		const results = { passed: 0, failed: unhandledErrors.length, skipped: [] };
		for (const module of modules) {
			const tests = [...module.children.allTests()];
			// A file that cannot be loaded has no tests to fail.
			if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) results.failed += 1;
			for (const test of tests) {
				const { state, note } = test.result();
				if (state === 'passed') results.passed += 1;
				else if (state === 'failed') results.failed += 1;
				else results.skipped.push({ test: `${module.relativeModuleId} > ${test.fullName}`, reason: note ?? null });
			}
		}
		writeFileSync(process.env.VITEST_RESULTS, JSON.stringify(results));
	}
}
