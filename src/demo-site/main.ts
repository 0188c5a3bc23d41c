import { parseArgs } from 'node:util';
import { startDemoSite } from './demo-site.ts';

/** `node src/demo-site/main.ts [--port N] [--seed N] [--latency MS]`: the demo site on its own. */
const { values } = parseArgs({
	options: { port: { type: 'string' }, seed: { type: 'string' }, latency: { type: 'string' } },
});

const readWhole = (name: string, text: string | undefined): number | undefined => {
	if (text === undefined) return undefined;
	const value = Number(text);
	if (text !== '' && Number.isInteger(value) && value >= 0) return value;
	process.stderr.write(`--${name} takes a whole number, not "${text}".\n`);
	process.exit(2);
};

const seed = readWhole('seed', values.seed);
const site = await startDemoSite({
	port: readWhole('port', values.port) ?? 0,
	latencyMs: readWhole('latency', values.latency) ?? 0,
	...(seed === undefined ? {} : { seed }),
});

process.stdout.write(
	[
		`Demo site          ${site.url}`,
		`Admin API          ${site.adminUrl}/admin and ${site.adminUrl}/users`,
		`Organisation       ${site.orgId}`,
		`Cloud id           ${site.cloudId}`,
		`Service desk       ${site.deskKey}`,
		`Account e-mail     ${site.email}`,
		`API token          ${site.apiToken}`,
		`Organisation key   ${site.orgApiKey}`,
		`Customer access    ${site.access}`,
		'Nothing here is secret: the tokens open this demo site only. Stop it with Ctrl+C.',
		'',
	].join('\n'),
);

const stop = (): void => {
	void site.stop().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
