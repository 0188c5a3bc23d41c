// `node --import …/kept-keychain.mjs`, with a folder in KEPT_KEYCHAIN: a keychain that all processes of one test share, and that
// each system has. It takes the place of the package that asks the system's.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';

const asKeychain = '?keychain';
const fileOf = (service, account) =>
	join(process.env.KEPT_KEYCHAIN, createHash('sha256').update(`${service} ${account}`).digest('hex').slice(0, 32));

if (!import.meta.url.endsWith(asKeychain)) {
	registerHooks({
		resolve: (specifier, context, next) =>
			specifier === 'keytar' ? { url: import.meta.url + asKeychain, shortCircuit: true } : next(specifier, context),
	});
}

// As the package it stands in for is imported.
// oxlint-disable-next-line import/no-default-export
export default {
	getPassword: async (service, account) => {
		try {
			return readFileSync(fileOf(service, account), 'utf8');
		} catch {
			return null;
		}
	},
	// Whole or not at all, whoever reads meanwhile.
	setPassword: async (service, account, password) => {
		const file = fileOf(service, account);
		writeFileSync(`${file}.${process.pid}`, password);
		renameSync(`${file}.${process.pid}`, file);
	},
	deletePassword: async (service, account) => {
		rmSync(fileOf(service, account), { force: true });
		return true;
	},
};
