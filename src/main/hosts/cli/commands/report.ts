import type { Language } from '#shared/languages.ts';
import { largestLogoBytes } from '#shared/reports.ts';
import { readStart } from '../../../files/read-file.ts';
import { type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { writeReport } from '../reports.ts';
import { printUnlocks } from '../run-summary.ts';
import { endWith, need } from '../command-ended.ts';

export interface ReportOptions extends CommonOptions {
	readonly html?: string;
	readonly xlsx?: string;
	readonly csv?: string;
	readonly json?: string;
	readonly client?: string;
	readonly logo?: string;
	/** Commander's form of `--without-personal-data`. */
	readonly withoutPersonalData?: boolean;
	readonly maskDomains?: boolean;
	readonly maskOrganisations?: boolean;
	readonly language: Language;
}

const fileFormats = ['html', 'xlsx', 'csv', 'json'] as const;

/** A byte more than a logo may have, so that one too large is known as such. */
const readLogoFile = async (path: string | undefined): Promise<string | null> =>
	path === undefined ? null : Buffer.from(need(await readStart(path, largestLogoBytes + 1))).toString('base64');

/** `report RUN --html FILE|--xlsx FILE|--csv FILE|--json FILE`: any number of them, for one client. */
export const reportCommand = async (runId: string, options: ReportOptions): Promise<number> => {
	const wanted = fileFormats.flatMap((format) => {
		const path = options[format];
		return path === undefined ? [] : [{ format, path }];
	});
	if (wanted.length === 0) {
		return endWith({
			code: 'wrong-use',
			details: { what: 'Which report? Give --html FILE, --xlsx FILE, --csv FILE or --json FILE.' },
		});
	}
	const { withoutPersonalData = false, maskDomains = false, maskOrganisations = false, client: forWhom = '', language } = options;
	if (!withoutPersonalData && (maskDomains || maskOrganisations)) {
		return endWith({ code: 'wrong-use', details: { what: '--mask-domains and --mask-organisations need --without-personal-data.' } });
	}
	const logo = await readLogoFile(options.logo);
	return withClient(options, async (client) => {
		const report = { runId, client: forWhom, logo, personal: !withoutPersonalData, maskDomains, maskOrganisations, language };
		for (const { format, path } of wanted) await writeReport(client, { ...report, format }, path);
		printUnlocks(need(await client.runs.unlock({ runId })));
		return exitCode.allGood;
	});
};
