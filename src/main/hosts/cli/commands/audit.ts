import { resolve } from 'node:path';
import { type AuditFilter, auditFormats } from '#shared/audit.ts';
import { writeFileAtomically } from '../../../files/write-file.ts';
import { type Client, type CommonOptions, openClient, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { auditDifferenceText, auditLine, auditWords, failureSentence, problemSentence } from '../messages.ts';
import { print, tell } from '../../terminal.ts';
import { endWith, need } from '../command-ended.ts';

export interface VerifyAuditOptions extends CommonOptions {
	readonly export?: string;
}

/** `verify-audit [--export FILE]`: 0 where everything is as it was written, 1 where it is not. */
export const verifyAuditCommand = async (options: VerifyAuditOptions): Promise<number> => {
	const opened = await openClient(options);
	if (!opened.ok) {
		if (opened.failure.code !== 'store-damaged') return endWith(opened.failure, exitCode.wrongUse);
		print(failureSentence(opened.failure));
		return exitCode.someBlocked;
	}
	const { client, close } = opened.value;
	try {
		const code = await sayCheck(client);
		if (options.export !== undefined) await writeExport(client, options.export);
		return code;
	} finally {
		await close();
	}
};

const sayCheck = async (client: Client): Promise<number> => {
	const { entries, head, problems, difference, accepted } = need(await client.audit.verify());
	const isAsWritten = problems.length === 0 && difference === null;
	if (isAsWritten) {
		print(`${entries} entries verified`);
		if (head !== null) print(`The last one is ${head}`);
	}
	for (const problem of problems) print(problemSentence(problem));
	if (difference !== null) print(auditDifferenceText(difference));
	for (const { seq, user, at, reason } of accepted) print(auditWords.accept.before(seq, user, at, reason));
	return isAsWritten ? exitCode.allGood : exitCode.someBlocked;
};

export interface AcceptAuditOptions extends CommonOptions {
	readonly reason: string;
}

/** `accept-audit --reason TEXT`: the log goes on from where it ends, with an entry that says who accepted what, and why. */
export const acceptAuditCommand = (options: AcceptAuditOptions): Promise<number> =>
	withClient(options, async (client) => {
		const difference = need(await client.audit.difference());
		const seq = need(await client.audit.accept({ reason: options.reason }));
		if (difference !== null) print(auditDifferenceText(difference));
		print(auditWords.accept.accepted(seq));
		return exitCode.allGood;
	});

const writeExport = async (client: Client, path: string): Promise<void> => {
	need(await writeFileAtomically(resolve(path), [need(await client.audit.export({ filter: {}, format: 'jsonl', language: 'en' })).text]));
	tell(`Written: ${path}`);
};

export interface AuditOptions extends CommonOptions, AuditFilter {
	readonly last?: number;
	readonly csv?: string;
	readonly jsonl?: string;
}

const usualLast = 50;
const dayMs = 86_400_000;

/** Days as this machine counts them; `until` is the last one that is meant. */
const filterOf = async (client: Client, { site, plan, person, step, since, until }: AuditOptions): Promise<AuditFilter> => {
	const startOf = (day: string): number => new Date(`${day}T00:00`).getTime();
	return {
		...(site === undefined ? {} : { site: need(await client.sites.get({ name: site })).url }),
		plan,
		person,
		step,
		...(since === undefined ? {} : { since: new Date(startOf(since)).toISOString() }),
		...(until === undefined ? {} : { until: new Date(startOf(until) + dayMs).toISOString() }),
	};
};

/** `audit [--site NAME] [--person TEXT] …`: the entries that fit as sentences, newest first; or all of them in a file. */
export const auditCommand = async (options: AuditOptions): Promise<number> =>
	withClient(options, async (client) => {
		const filter = await filterOf(client, options);
		const { total, entries } = need(await client.audit.entries({ filter, from: 0, count: options.last ?? usualLast }));
		for (const format of auditFormats) {
			const path = options[format];
			if (path === undefined) continue;
			need(await writeFileAtomically(resolve(path), [need(await client.audit.export({ filter, format, language: 'en' })).text]));
			tell(`Written: ${path}`);
		}
		if (options.csv !== undefined || options.jsonl !== undefined) return exitCode.allGood;
		if (total === 0) print(auditWords.filters.none);
		for (const entry of entries) print(`${entry.seq}  ${entry.at.slice(0, 19).replace('T', ' ')}  ${auditLine(entry)}`);
		if (total > entries.length) tell(auditWords.range(1, entries.length, total));
		return exitCode.allGood;
	});
