import { describe, expect, it } from 'vitest';
import { parseRoute, type Route, routeHash } from '../../../src/renderer/route.ts';

/** Each page, with all that its address may hold. */
const pages: { readonly [At in Route['at']]: readonly Extract<Route, { at: At }>[] } = {
	runs: [{ at: 'runs' }],
	run: [
		{ at: 'run', runId: 'r/1' },
		{ at: 'run', runId: 'r1', row: 12 },
	],
	overview: [{ at: 'overview', runId: 'r1' }],
	compare: [{ at: 'compare', before: 'r1', after: 'r2' }],
	plan: [{ at: 'plan', planId: 'p1' }],
	work: [{ at: 'work', planId: 'p1' }],
	messages: [
		{ at: 'messages', planId: 'p1', domain: null },
		{ at: 'messages', planId: 'p1', domain: 'x.example' },
	],
	help: [
		{ at: 'help', page: 'first-steps', section: null },
		{ at: 'help', page: 'first-steps', section: 'a-section' },
	],
	import: [{ at: 'import' }],
	sites: [{ at: 'sites' }],
	site: [
		{ at: 'site', name: 'Müller & Co / 2' },
		{ at: 'site', name: 'Acme', section: 'customer-access' },
	],
	snapshots: [{ at: 'snapshots' }],
	'add-admin-file': [{ at: 'add-admin-file' }],
	audit: [{ at: 'audit' }],
	network: [{ at: 'network' }],
};

describe('the address of a page', () => {
	it('leads back to it after a reload, with all that it holds', () => {
		for (const route of Object.values(pages).flat()) expect(parseRoute(routeHash(route))).toEqual(route);
	});

	it('is the list of runs where nobody knows it', () => {
		for (const hash of ['', '#', '#/', '#/nowhere', '#/runs/', '#/%E0%A4%A', '#/sites//']) {
			expect(['runs', 'sites']).toContain(parseRoute(hash).at);
		}
	});
});
