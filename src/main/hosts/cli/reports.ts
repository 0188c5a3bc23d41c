import type { Asked } from '#shared/contract.ts';
import type { Client } from './client.ts';
import { followReport } from './follow.ts';

type Report = Asked['reports']['make'];

/** For nobody in particular, with everything in it. */
export const plainReport: Omit<Report, 'runId' | 'format'> = {
	client: '',
	logo: null,
	personal: true,
	maskDomains: false,
	maskOrganisations: false,
	language: 'en',
};

/** Whole or not at all. */
export const writeReport = async (client: Client, report: Report, path: string): Promise<void> => {
	await followReport(client, report, path);
};
