import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * `node scripts/on-node-24.mjs SCRIPT [ARG ...]`: runs a script of this project on the Node that package.json brings
 * along, whichever Node and npm started it. npm 11 puts that Node first on PATH; npm 10 installs it and then drops the
 * link, together with the ones of other platforms. Plain JavaScript that Node 20 understands, for that reason.
 */
const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const oldest = 24;

const findNode = () =>
	readdirSync(modules)
		.filter(
			(name) =>
				name.startsWith('node-') && name.includes(process.platform === 'win32' ? 'win' : process.platform) && name.endsWith(process.arch),
		)
		.map((name) => join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'))
		.find((path) => existsSync(path));

const [script = '', ...args] = process.argv.slice(2);
const brought = Number(process.versions.node.split('.')[0]) < oldest ? findNode() : undefined;

if (brought === undefined) {
	// Either this Node will do, or there is no other: then the script says so itself.
	process.argv = [process.execPath, resolve(script), ...args];
	await import(pathToFileURL(resolve(script)).href);
} else {
	const env = {
		// Most of what a command takes to start is compiling its sources.
		NODE_COMPILE_CACHE: fileURLToPath(new URL('../.cache/node', import.meta.url)),
		...process.env,
		PATH: `${dirname(brought)}${delimiter}${process.env.PATH ?? ''}`,
	};
	const child = spawn(brought, [script, ...args], { stdio: 'inherit', env });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	child.on('exit', (code, signal) => {
		process.exitCode = code ?? (signal === null ? 1 : 128);
	});
}
