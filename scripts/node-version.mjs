/** Ends the process with one plain sentence where the tools of this repository cannot run. */
export const requireNode = () => {
	const major = Number(process.versions.node.split('.')[0]);
	if (major >= 22) return;
	console.error(
		`This needs Node 22 or newer and was started with Node ${process.versions.node}: run it through npm after "npm ci", which brings the right one.`,
	);
	process.exit(2);
};
