#!/usr/bin/env node
const oldest = 22;

if (Number(process.versions.node.split('.')[0]) < oldest) {
	process.stderr.write(
		`Invite Doctor needs Node ${oldest} or newer; this is ${process.versions.node}. Start it with "npm run", which brings the right one.\n`,
	);
	process.exitCode = 2;
} else {
	const { runCommandLine } = await import('./program.ts');
	process.exitCode = await runCommandLine(process.argv);
}
