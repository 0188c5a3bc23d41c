import { z } from 'zod';
import { languages } from '#shared/languages.ts';
import { failed, type Outcome } from '#shared/outcome.ts';
import type { ReportChoices } from '#shared/reports.ts';
import type { SettingsStore } from '../../storage/settings-store.ts';
import { readLogo } from './logo.ts';

const firstChoices: ReportChoices = { client: '', logo: null, personal: true, maskDomains: false, maskOrganisations: true, language: null };

const stored = z.object({
	client: z.string().max(200),
	logo: z.string().nullable(),
	personal: z.boolean(),
	maskDomains: z.boolean(),
	maskOrganisations: z.boolean(),
	/** Settings of an earlier version have none. */
	language: z.enum(languages).nullable().default(null),
});

/** One client, one site: what was chosen last is remembered for the site. */
const keyOf = (siteUrl: string): string =>
	`report.${siteUrl
		.toLowerCase()
		.replace(/^https?:\/\//, '')
		.replace(/[^a-z0-9.-]/g, '-')}`;

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
};

/** What the last report on this site was made with. A setting may have been changed from outside, so it is looked at anew. */
export const recallChoices = (settings: SettingsStore, siteUrl: string): ReportChoices => {
	const setting = settings.get(keyOf(siteUrl));
	const read = stored.safeParse(setting.ok && setting.value !== null ? parsed(setting.value) : null);
	if (!read.success) return firstChoices;
	const logo = read.data.logo === null ? failed('logo-unusable') : readLogo(Buffer.from(read.data.logo, 'base64'));
	return { ...read.data, logo: logo.ok ? logo.value : null };
};

export const forgetChoices = (settings: SettingsStore, siteUrl: string): Outcome<null> => settings.set(keyOf(siteUrl), null);

export const rememberChoices = (settings: SettingsStore, siteUrl: string, choices: ReportChoices): Outcome<null> =>
	settings.set(keyOf(siteUrl), JSON.stringify({ ...choices, logo: choices.logo?.base64 ?? null }));
