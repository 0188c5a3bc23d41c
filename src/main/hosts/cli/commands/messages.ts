import type { OwnerAudience } from '#shared/owner-messages.ts';
import type { OwnerMessage } from '#shared/plan.ts';
import { writeFileAtomically } from '../../../files/write-file.ts';
import { type Client, type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { ownerMessageWords } from '../messages.ts';
import { print } from '../../terminal.ts';
import { endWith, need } from '../command-ended.ts';

export interface MessagesOptions extends CommonOptions {
	readonly plan: string;
	readonly to: OwnerAudience;
	readonly csv?: string;
	readonly sent?: readonly string[];
	readonly notSent?: readonly string[];
}

const sentLines = ({ sent }: OwnerMessage): readonly string[] =>
	sent === undefined ? [] : [`${ownerMessageWords.sentBy(sent.at.slice(0, 16).replace('T', ' '), sent.user)}.`];

/** Notes what was sent; a domain of which there is no message is refused before anything is noted. */
const noteSent = async (client: Client, planId: string, to: OwnerAudience, options: MessagesOptions): Promise<void> => {
	const said = [
		...(options.sent ?? []).map((domain) => ({ domain: domain.toLowerCase(), isSent: true })),
		...(options.notSent ?? []).map((domain) => ({ domain: domain.toLowerCase(), isSent: false })),
	];
	if (said.length === 0) return;
	const known = new Set(need(await client.plans.messages({ planId, to, language: 'en' })).map(({ domain }) => domain));
	const strange = said.find(({ domain }) => !known.has(domain));
	if (strange !== undefined) {
		return endWith({ code: 'wrong-use', details: { what: `This plan has no message about ${strange.domain}. Nothing was noted.` } });
	}
	for (const one of said) need(await client.plans.setMessageSent({ planId, to, ...one }));
};

const linesOf = (message: OwnerMessage): readonly string[] => [
	`--- ${message.domain}`,
	...sentLines(message),
	`Subject: ${message.subject}`,
	'',
	...message.body.split('\n'),
	'',
];

/** `messages --plan PLAN [--to people|administrators]`: what to write about accounts that other organisations manage. */
export const messagesCommand = async (options: MessagesOptions): Promise<number> =>
	withClient(options, async (client) => {
		const { plan: planId, to, csv } = options;
		await noteSent(client, planId, to, options);
		const messages = need(await client.plans.messages({ planId, to, language: 'en' }));
		if (messages.length === 0) print('Nobody in this plan has an account that another organisation manages.');
		if (csv === undefined) for (const message of messages) for (const line of linesOf(message)) print(line);
		else {
			const titles = ownerMessageWords.columns;
			need(await writeFileAtomically(csv, [need(await client.plans.mailTable({ to, titles, messages }))]));
		}
		return exitCode.allGood;
	});
