import type { OwnerAudience } from '#shared/owner-messages.ts';
import type { OwnerMessage } from '#shared/plan.ts';
import { writeFileAtomically } from '../../../files/write-file.ts';
import { type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { ownerMessageWords } from '../messages.ts';
import { print } from '../../terminal.ts';
import { need } from '../command-ended.ts';

export interface MessagesOptions extends CommonOptions {
	readonly plan: string;
	readonly to: OwnerAudience;
	readonly csv?: string;
}

const linesOf = ({ domain, subject, body }: OwnerMessage): readonly string[] => [
	`--- ${domain}`,
	`Subject: ${subject}`,
	'',
	...body.split('\n'),
	'',
];

/** `messages --plan PLAN [--to people|administrators]`: what to write about accounts that other organisations manage. */
export const messagesCommand = async (options: MessagesOptions): Promise<number> =>
	withClient(options, async (client) => {
		const { plan: planId, to, csv } = options;
		const messages = need(await client.plans.messages({ planId, to, language: 'en' }));
		if (messages.length === 0) print('Nobody in this plan has an account that another organisation manages.');
		if (csv === undefined) for (const message of messages) for (const line of linesOf(message)) print(line);
		else {
			const titles = ownerMessageWords.columns;
			need(await writeFileAtomically(csv, [need(await client.plans.mailTable({ to, titles, messages }))]));
		}
		return exitCode.allGood;
	});
