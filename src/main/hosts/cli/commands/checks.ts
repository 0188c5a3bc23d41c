import { type HandCheckEntry, type HandCheckId, handCheckIds, type Seen } from '#shared/hand-checks.ts';
import { type Client, type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { handCheckTexts, handCheckWords, seenTexts } from '../messages.ts';
import { print, tell } from '../../terminal.ts';
import { endWith, need } from '../command-ended.ts';

interface WhereOptions extends CommonOptions {
	readonly site?: string;
	readonly run?: string;
}

export interface ChecksOptions extends WhereOptions {
	readonly directory?: string | true;
	readonly suggestChanges?: string | true;
	readonly portalOnly?: string | true;
}

type Where = { readonly runId: string } | { readonly site: string };

const whereOf = ({ site, run }: WhereOptions): Where => {
	if (run !== undefined && site === undefined) return { runId: run };
	if (site !== undefined && run === undefined) return { site };
	return endWith({ code: 'wrong-use', details: { what: 'Name a site (--site) or a run (--run).' } });
};

const givenIn = ({ directory, suggestChanges, portalOnly }: ChecksOptions): Readonly<Record<HandCheckId, string | true | undefined>> => ({
	directory,
	'suggest-changes': suggestChanges,
	'portal-only': portalOnly,
});

const entryLine = ({ address, check, seen, at, by }: HandCheckEntry): string => {
	const when = at.slice(0, 16).replace('T', ' ');
	const user = by.account === null ? by.user : `${by.user} (${by.account})`;
	const said = seen === null ? handCheckWords.cleared(user, when) : handCheckWords.said(seenTexts[seen], user, when);
	return `${address}  ${handCheckTexts[check].label}: ${said}`;
};

const declare = async (
	client: Client,
	of: Where & { readonly address: string },
	said: Seen | { readonly check: HandCheckId; readonly seen: null },
) => need(await client.checks.declare({ ...of, said })).judgedAgain;

const declareAll = (
	address: string,
	options: ChecksOptions,
	said: readonly (Seen | { readonly check: HandCheckId; readonly seen: null })[],
) =>
	withClient(options, async (client) => {
		const where = { ...whereOf(options), address };
		let judged = 0;
		for (const one of said) judged = Math.max(judged, await declare(client, where, one));
		print(handCheckWords.kept(judged));
		return exitCode.allGood;
	});

/** `checks add ADDRESS --site NAME --suggest-changes greyed-out`: what a page shows of a person. */
export const addCommand = async (address: string, options: ChecksOptions): Promise<number> => {
	const given = givenIn(options);
	// The choices of each option are those of its check.
	const said = handCheckIds.flatMap((check) => (given[check] === undefined ? [] : [{ check, seen: given[check] } as Seen]));
	if (said.length === 0) return endWith({ code: 'wrong-use', details: { what: handCheckWords.nothingGiven } });
	return declareAll(address, options, said);
};

/** `checks clear ADDRESS --site NAME [--suggest-changes]`: takes back what was said, of all checks where none is named. */
export const clearCommand = async (address: string, options: ChecksOptions): Promise<number> => {
	const given = givenIn(options);
	const named = handCheckIds.filter((check) => given[check] !== undefined);
	const all = named.length === 0 ? handCheckIds : named;
	return declareAll(
		address,
		options,
		all.map((check) => ({ check, seen: null })),
	);
};

/** `checks list [ADDRESS] --site NAME`: what was checked by hand, newest first, and what may still be checked about a row. */
export const listCommand = async (address: string | undefined, options: WhereOptions): Promise<number> =>
	withClient(options, async (client) => {
		const where = whereOf(options);
		if (address === undefined && 'runId' in where) {
			return endWith({ code: 'wrong-use', details: { what: 'With --run, name an address.' } });
		}
		const asked = address === undefined ? (where as { readonly site: string }) : { ...where, address };
		const { entries, offered } = need(await client.checks.list(asked));
		if (entries.length === 0) print(handCheckWords.none);
		for (const entry of entries) print(entryLine(entry));
		for (const check of offered) tell(`${handCheckTexts[check].question} ${handCheckTexts[check].path}`);
		return exitCode.allGood;
	});
