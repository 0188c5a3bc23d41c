import { resolve } from 'node:path';
import { writeFileAtomically } from '../../../files/write-file.ts';
import { type Client, type CommonOptions, openClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { failureSentence, problemSentence } from '../messages.ts';
import { endWith, need, print, tell } from '../terminal.ts';

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
	const { entries, head, problems } = need(await client.audit.verify());
	if (problems.length === 0) {
		print(`${entries} entries, as they were written`);
		if (head !== null) print(`The last one is ${head}`);
		return exitCode.allGood;
	}
	for (const problem of problems) print(problemSentence(problem));
	return exitCode.someBlocked;
};

const writeExport = async (client: Client, path: string): Promise<void> => {
	need(await writeFileAtomically(resolve(path), [need(await client.audit.export()).text]));
	tell(`Written: ${path}`);
};
