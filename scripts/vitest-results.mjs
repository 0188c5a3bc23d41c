import { writeFileSync } from 'node:fs';

/**
 * Writes what Vitest's JSON reporter leaves out: why a test was skipped, and, file by file, which have not ended yet: a
 * test that never gives the thread back cannot be timed out from inside. `scripts/test.mjs` reads it from the file that
 * `VITEST_RESULTS` names.
 */
export default class ResultsReporter {
	#results = { passed: 0, failed: 0, skipped: [], unfinished: [] };

	#write() {
		writeFileSync(process.env.VITEST_RESULTS, JSON.stringify(this.#results));
	}

	onTestModuleStart(module) {
		this.#results.unfinished.push(module.relativeModuleId);
		this.#write();
	}

	onTestModuleEnd(module) {
		this.#results.unfinished = this.#results.unfinished.filter((name) => name !== module.relativeModuleId);
		const tests = [...module.children.allTests()];
		// A file that cannot be loaded has no tests to fail.
		if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) this.#results.failed += 1;
		for (const test of tests) {
			const { state, note } = test.result();
			if (state === 'passed') this.#results.passed += 1;
			else if (state === 'failed') this.#results.failed += 1;
			else this.#results.skipped.push({ test: `${module.relativeModuleId} > ${test.fullName}`, reason: note ?? null });
		}
		this.#write();
	}

	onTestRunEnd(_modules, unhandledErrors) {
		this.#results.failed += unhandledErrors.length;
		this.#write();
	}
}
