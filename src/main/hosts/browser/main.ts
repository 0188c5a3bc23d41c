// The entry of the browser host. What it needs is loaded after the check: better-sqlite3 crashes old Nodes as it loads.
const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
	process.stderr.write(
		`Invite Doctor needs Node 22 or newer and was started with Node ${process.versions.node}. Start it with "npm start" after "npm ci", which brings the right one.\n`,
	);
	process.exitCode = 2;
} else {
	const { appVersion } = await import('../app-version.ts');
	const { runBrowserHost } = await import('./run.ts');
	process.exitCode = await runBrowserHost(process.argv.slice(2), appVersion());
}
