import type { Language } from '#shared/languages.ts';
import { largestLogoBytes, type Logo } from '#shared/reports.ts';
import { readStart } from '../../../files/read-file.ts';
import { readLogo } from '../../../services/reports/logo.ts';
import { runUnlocks } from '../../../services/runs/run-unlocks.ts';
import { exitCode } from '../exit-codes.ts';
import { printUnlocks } from '../follow-run.ts';
import { type CommonOptions, withServices } from '../session.ts';
import { endWith, need } from '../terminal.ts';

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

const readLogoFile = async (path: string | undefined): Promise<Logo | null> => {
	if (path === undefined) return null;
	return need(readLogo(need(await readStart(path, largestLogoBytes + 1))));
};

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
	const { withoutPersonalData, maskDomains, maskOrganisations } = options;
	if (withoutPersonalData !== true && (maskDomains === true || maskOrganisations === true)) {
		return endWith({ code: 'wrong-use', details: { what: '--mask-domains and --mask-organisations need --without-personal-data.' } });
	}
	const logo = await readLogoFile(options.logo);
	const masking = withoutPersonalData === true ? { domains: maskDomains === true, organisations: maskOrganisations === true } : null;
	return withServices(options, async ({ store, reports }) => {
		need(store.run(runId));
		const request = { client: options.client ?? '', logo, masking, language: options.language };
		for (const { format, path } of wanted) need(await reports.write(runId, format, path, request));
		printUnlocks(need(await runUnlocks(store, runId)));
		return exitCode.allGood;
	});
};
