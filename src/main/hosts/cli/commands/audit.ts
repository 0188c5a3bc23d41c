import { resolve } from 'node:path';
import type { AuditService } from '../../../services/audit/audit-service.ts';
import { writeFileAtomically } from '../../../files/write-file.ts';
import { exitCode } from '../exit-codes.ts';
import { failureSentence, messages, problemSentence } from '../messages.ts';
import { type CommonOptions, openServices, withServices } from '../session.ts';
import { endWith, need, print, tell } from '../terminal.ts';

const { auditDifferenceText, auditWords } = messages;

export interface VerifyAuditOptions extends CommonOptions {
	readonly export?: string;
}

/** `verify-audit [--export FILE]`: 0 where everything is as it was written, 1 where it is not. */
export const verifyAuditCommand = async (options: VerifyAuditOptions): Promise<number> => {
	const opened = await openServices(options);
	if (!opened.ok) {
		if (opened.failure.code !== 'store-damaged') return endWith(opened.failure);
		print(failureSentence(opened.failure));
		return exitCode.someBlocked;
	}
	try {
		const code = await sayCheck(opened.value.audit);
		if (options.export !== undefined) await writeExport(opened.value.audit, options.export);
		return code;
	} finally {
		await opened.value.close();
	}
};

const sayCheck = async (audit: AuditService): Promise<number> => {
	const { entries, head, problems, difference, accepted } = need(await audit.verify());
	const isAsWritten = problems.length === 0 && difference === null;
	if (isAsWritten) {
		print(`${entries} entries, as they were written`);
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
	withServices(options, async ({ audit }) => {
		const difference = need(audit.difference());
		const seq = need(audit.accept(options.reason));
		if (difference !== null) print(auditDifferenceText(difference));
		print(auditWords.accept.accepted(seq));
		return exitCode.allGood;
	});

const writeExport = async (audit: AuditService, path: string): Promise<void> => {
	need(await writeFileAtomically(resolve(path), audit.lines()));
	tell(`Written: ${path}`);
};
