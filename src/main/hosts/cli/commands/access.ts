import { withChange } from '#core/evidence/declare-access.ts';
import { inferenceText } from '#core/evidence/inference-text.ts';
import type {
	AccessDeclaration,
	AccessInference,
	AccessSettings,
	CustomerAccess,
	KnownAccess,
	UserManagement,
} from '#shared/customer-access.ts';
import { readAccess } from '../access-option.ts';
import { type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { print } from '../../terminal.ts';
import { endWith, need } from '../command-ended.ts';

export interface AccessOptions extends CommonOptions {
	readonly set?: string;
	readonly approve?: readonly string[];
	readonly allow?: readonly string[];
	readonly management?: UserManagement;
}

const switchWord = (state: boolean | null): string => (state === null ? 'unknown' : state ? 'on' : 'off');
const domainsWord = (domains: readonly string[] | null, ifEmpty: string): string =>
	domains === null ? 'unknown' : domains.length === 0 ? ifEmpty : domains.join(', ');

const day = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** The settings in the words of Atlassian's page. */
export const settingsLines = ({ internal, approvedDomains, external, allowedDomains }: AccessSettings): readonly string[] => [
	`Internal           ${switchWord(internal)}`,
	`Approved domains   ${domainsWord(approvedDomains, 'none')}`,
	`External           ${switchWord(external)}`,
	`Limited to         ${allowedDomains === null && external !== null ? 'not said: any domain' : domainsWord(allowedDomains, 'any domain')}`,
];

const brief = ({ internal, approvedDomains, external, allowedDomains }: CustomerAccess): string =>
	`Internal ${switchWord(internal)} (${domainsWord(approvedDomains, 'none')}), External ${switchWord(external)} (${domainsWord(allowedDomains, 'any domain')})`;

const saidBy = ({ at, by }: AccessDeclaration): string => `${day(at)} by ${by.user}${by.account === null ? '' : ` (${by.account})`}`;

/** What the product's own changes have shown, beside what was declared. */
const inferenceLines = (inferred: AccessInference): readonly string[] => {
	switch (inferred.pattern) {
		case 'closed':
			return [`Internal and External look off: ${inferenceText(inferred, '')}`];
		case 'external-only':
			return [`External looks on and Internal off: ${inferenceText(inferred, '')}`];
		case 'by-domain':
			return inferred.domains.flatMap((one) =>
				one.refused > 1 ? [`${one.domain} looks left out: ${inferenceText(inferred, one.domain)}`] : [],
			);
	}
};

const printKnown = ({ access, declarations, read, inferred }: KnownAccess): void => {
	for (const line of settingsLines(access)) print(line);
	const [newest, ...older] = declarations;
	print(newest === undefined ? 'Not declared yet: site access NAME --set …' : `Declared           ${saidBy(newest)}`);
	if (read !== null) print(`Read               approved domains ${domainsWord(read.approvedDomains, 'none')}, ${day(read.at)}`);
	for (const line of inferred === null ? [] : inferenceLines(inferred)) print(`Inferred           ${line}`);
	for (const one of older) print(`Before             ${saidBy(one)}: ${brief(one.access)}`);
};

const readDomain = (text: string): string => need(readAccess(`approved=${text}`, '')).approvedDomains?.[0] ?? text;

const oneMore = (known: AccessSettings, domains: readonly string[], listed: 'approve' | 'allow'): AccessSettings => {
	const changes = domains.map(readDomain).map((domain) => (listed === 'approve' ? { approve: domain } : { allow: domain }));
	const after = changes.reduce(withChange<AccessSettings>, known);
	if (after !== known || domains.length === 0) return after;
	const what = `--${listed}: the list is not known, or has them already. Give the whole list with --set.`;
	return endWith({ code: 'wrong-use', details: { what } });
};

/** What the options say the settings are now; `null` where they say nothing of them. */
const readSettings = (known: AccessSettings, { set, approve, allow }: AccessOptions): AccessSettings | null => {
	if (set === undefined && approve === undefined && allow === undefined) return null;
	const base = set === undefined ? known : need(readAccess(set, ''));
	return oneMore(oneMore(base, approve ?? [], 'approve'), allow ?? [], 'allow');
};

/** `site access NAME [--set …]`: what is known of customer access, and from whom; with options it is declared anew. */
export const accessCommand = async (name: string, options: AccessOptions): Promise<number> =>
	withClient(options, async (client) => {
		const known = need(await client.sites.access({ name }));
		const access = readSettings(known.access, options) ?? undefined;
		const { management } = options;
		const isSaid = access !== undefined || management !== undefined;
		printKnown(isSaid ? need(await client.sites.declareAccess({ name, access, management })) : known);
		print(`User management    ${need(await client.sites.get({ name })).management}`);
		return exitCode.allGood;
	});
