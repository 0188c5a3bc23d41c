import type { OwnerMessage } from '#shared/plan.ts';
import { csvLine } from '../../../files/csv.ts';
import { writeFileAtomically } from '../../../files/write-file.ts';
import { type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { need, print } from '../terminal.ts';

export interface MessagesOptions extends CommonOptions {
	readonly plan: string;
	readonly csv?: string;
}

function* messagesCsv(messages: readonly OwnerMessage[]): Generator<string> {
	yield `\uFEFF${csvLine(['Domain', 'Addresses', 'Subject', 'Body'])}`;
	for (const { domain, addresses, subject, body } of messages) yield csvLine([domain, addresses.join('\n'), subject, body]);
}

/** `messages --plan PLAN`: what to write to the organisations that own accounts of this plan, one message a domain. */
export const messagesCommand = async (options: MessagesOptions): Promise<number> =>
	withClient(options, async (client) => {
		const messages = need(await client.plans.messages({ planId: options.plan }));
		if (messages.length === 0) print('Nobody in this plan has an account that another organisation manages.');
		if (options.csv !== undefined) need(await writeFileAtomically(options.csv, messagesCsv(messages)));
		else for (const { domain, subject, body } of messages) print(`--- ${domain}\nSubject: ${subject}\n\n${body}\n`);
		return exitCode.allGood;
	});
