import { realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type CommonOptions, dataDirOf } from './client.ts';
import { endWith } from './command-ended.ts';

/** What the data folder holds of ours; beside it a person may keep reports there. */
const isOwnName = (name: string): boolean =>
	/^invite-doctor\.|^audit[.-]|^window(?:\.json)?$/.test(name) || ['log', 'locks', 'snapshots', 'waiting-reports'].includes(name);

const look = (path: string): Stats | undefined => {
	try {
		return statSync(path, { throwIfNoEntry: false });
	} catch {
		// Whatever is wrong with the way there is said when it is written.
		return undefined;
	}
};

/** Links followed, also where the file itself is not there yet. */
const realPath = (path: string): string => {
	try {
		return realpathSync(path);
	} catch {
		return dirname(path) === path ? path : join(realPath(dirname(path)), path.slice(dirname(path).length));
	}
};

const isOurs = (path: string, dataDir: string): boolean => {
	const [first = '', ...below] = relative(realPath(dataDir), realPath(path)).split(sep);
	return first !== '..' && (isOwnName(first) || (first === '' && below.length === 0));
};

const isSame = (one: Stats, other: Stats | undefined): boolean => other !== undefined && one.ino === other.ino && one.dev === other.dev;

const mayReplace = async (path: string): Promise<boolean> => {
	if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
	const lines = createInterface({ input: process.stdin, output: process.stderr });
	try {
		return /^y(?:es)?$/i.test((await lines.question(`${JSON.stringify(path)} is there already. Replace it? (y/N) `)).trim());
	} finally {
		lines.close();
	}
};

const refuse = (what: string): never => endWith({ code: 'wrong-use', details: { what } });

interface Claim {
	readonly path: string;
	readonly dataDir: string;
	readonly inputs: readonly string[];
	readonly overwrite: boolean;
}

/** Ends the command where the file is none that it may write: nothing of ours, of the system or of what it reads is replaced. */
const claimOutput = async ({ path, dataDir, inputs, overwrite }: Claim): Promise<void> => {
	if (isOurs(path, dataDir)) refuse(`${path} belongs to Invite Doctor. Choose another file.`);
	const found = look(path);
	if (found === undefined) return;
	if (!found.isFile()) refuse(`${path} is no file that can be written. Choose another.`);
	if (inputs.some((input) => isSame(found, look(input)))) refuse(`${path} is read by this command. Choose another file.`);
	if (!overwrite && !(await mayReplace(path))) refuse(`${path} is there already. Choose another file, or say --overwrite.`);
};

export interface OutputChoice extends CommonOptions {
	readonly overwrite?: boolean;
	readonly list?: string;
	readonly logo?: string;
}

/** Looks at every file that a command is to write, before it begins. */
export const claimOutputs = async (named: readonly string[], options: OutputChoice): Promise<void> => {
	const paths = named.map((path) => resolve(path));
	const inputs = [options.list, options.logo].filter((path) => path !== undefined);
	const twice = paths.find((path, index) => paths.indexOf(path) !== index);
	if (twice !== undefined) refuse(`${twice} is named twice. Choose a file for each.`);
	for (const path of paths) await claimOutput({ path, dataDir: dataDirOf(options), inputs, overwrite: options.overwrite === true });
};
