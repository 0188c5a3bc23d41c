import type { OwnerAudience } from '#shared/owner-messages.ts';
import { writeFileAtomically } from '../../../files/write-file.ts';
import { type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { ownerMessageWords } from '../messages.ts';
import { need, print } from '../terminal.ts';

export interface MessagesOptions extends CommonOptions {
	readonly plan: string;
	readonly to: OwnerAudience;
	readonly csv?: string;
}

/** `messages --plan PLAN [--to people|administrators]`: what to write about accounts that other organisations manage. */
export const messagesCommand = async (options: MessagesOptions): Promise<number> =>
	withClient(options, async (client) => {
		const { plan: planId, to, csv } = options;
		const messages = need(await client.plans.messages({ planId, to, language: 'en' }));
		if (messages.length === 0) print('Nobody in this plan has an account that another organisation manages.');
		if (csv === undefined) for (const { domain, subject, body } of messages) print(`--- ${domain}\nSubject: ${subject}\n\n${body}\n`);
		else {
			const titles = ownerMessageWords.columns;
			need(await writeFileAtomically(csv, [need(await client.plans.mailTable({ to, titles, messages }))]));
		}
		return exitCode.allGood;
	});
