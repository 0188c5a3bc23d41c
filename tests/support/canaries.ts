import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Base64 of a text that may stand in a longer one, at each of the three places; without what its neighbours have a say in. */
const base64At = (secret: string, before: number): string => {
	const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
	return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
};

const urlSafe = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');

/** A secret as it is, and as it travels or might be escaped. */
const formsOf = (secret: string): readonly Buffer[] => {
	const base64 = [0, 1, 2].map((before) => base64At(secret, before));
	const texts = [
		secret,
		encodeURIComponent(secret),
		new URLSearchParams({ x: secret }).toString().slice(2),
		JSON.stringify(secret).slice(1, -1),
		Buffer.from(secret).toString('hex'),
		Buffer.from(secret).toString('hex').toUpperCase(),
		...base64,
		...base64.map(urlSafe),
		...base64.map(encodeURIComponent),
	];
	return [...new Set(texts)].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
};

export const filesUnder = (dir: string): readonly string[] =>
	readdirSync(dir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

export interface Canaries {
	/** Looks for every secret, in every form; what was found is kept. */
	search(where: string, bytes: Buffer | string): void;
	searchFiles(dir: string): void;
	/** `name of the secret in place`. */
	found(): readonly string[];
}

/** Looks for secrets, by what they are called. Those that are known later only, as tokens that were issued, are asked for each time. */
export const watchFor = (secrets: () => Readonly<Record<string, string>>): Canaries => {
	const found = new Set<string>();
	const search: Canaries['search'] = (where, bytes) => {
		const looked = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
		for (const [name, secret] of Object.entries(secrets())) {
			if (formsOf(secret).some((form) => looked.includes(form))) found.add(`${name} in ${where}`);
		}
	};
	return {
		search,
		searchFiles: (dir) => {
			for (const file of filesUnder(dir)) search(file, readFileSync(file));
		},
		found: () => [...found],
	};
};
