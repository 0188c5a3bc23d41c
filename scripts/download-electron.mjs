// Downloads Electron for this machine and unpacks it where its package looks for it. Tells how far it is: to a person, and over the
// channel to whoever started it. Ends with 1 and the reason on standard error where it cannot be had.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const ofElectron = createRequire(join(root, 'node_modules/electron/install.js'));
const { downloadArtifact } = await import(pathToFileURL(ofElectron.resolve('@electron/get')).href);

let lastPercent = -1;
const tell = ({ percent, total }) => {
	process.send?.('progress');
	const now = Math.floor(percent * 100);
	const isStep = process.stdout.isTTY ? now > lastPercent : now >= lastPercent + 25 || (now === 100 && lastPercent < 100);
	if (!isStep) return;
	lastPercent = now;
	const size = total ? ` of ${Math.round(total / 1_000_000)} MB` : '';
	process.stdout.write(process.stdout.isTTY ? `\rElectron: ${now} %${size}${now === 100 ? '\n' : ''}` : `Electron: ${now} %${size}\n`);
};

/** The innermost reason: fetch alone says "fetch failed". */
const reasonOf = (error) =>
	error instanceof Error && error.cause instanceof Error ? reasonOf(error.cause) : String(error?.message ?? error);

try {
	const { version } = ofElectron('./package.json');
	// As its own installer asks for it, which then finds it in the cache.
	await downloadArtifact({
		version,
		artifactName: 'electron',
		cacheRoot: process.env.electron_config_cache,
		checksums: ofElectron('./checksums.json'),
		platform: process.platform,
		arch: process.env.npm_config_arch ?? process.arch,
		downloadOptions: { quiet: true, getProgressCallback: tell },
	});
	ofElectron('./install.js');
} catch (error) {
	process.stderr.write(`${reasonOf(error)}\n`);
	process.exitCode = 1;
}
// Its installer goes on by itself; the channel alone must not keep this process.
process.channel?.unref();
