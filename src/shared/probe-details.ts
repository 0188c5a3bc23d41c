import { type CauseCode, causeCodes } from './causes.ts';
import type { ProbeAnswer } from './probes.ts';

/** The numbers an answer may come with; 0 where it does not. */
export type ProbeNumbers = Readonly<
	Record<'accounts' | 'portalOnly' | 'withAddress' | 'kept' | 'atlassianAccounts' | 'missing' | 'domains' | 'broken', number>
>;

export interface CreationAnswer {
	/** `null`: one this version does not know. */
	readonly cause: CauseCode | null;
	readonly status: number;
	readonly times: number;
}

export type Details = ProbeAnswer['details'];

const numberIn = (details: Readonly<Record<string, unknown>>, key: string): number => {
	const value = details[key];
	return typeof value === 'number' ? value : 0;
};

export const numbersIn = (details: Details): ProbeNumbers => ({
	accounts: numberIn(details, 'accounts'),
	portalOnly: numberIn(details, 'portalOnly'),
	withAddress: numberIn(details, 'withAddress'),
	kept: numberIn(details, 'kept'),
	atlassianAccounts: numberIn(details, 'atlassianAccounts'),
	missing: numberIn(details, 'missing'),
	domains: numberIn(details, 'domains'),
	broken: numberIn(details, 'broken'),
});

export const listIn = (details: Details, key: string): readonly unknown[] => {
	const value = details[key];
	return Array.isArray(value) ? value : [];
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

export const creationAnswersIn = (details: Details): readonly CreationAnswer[] =>
	listIn(details, 'answers')
		.filter(isRecord)
		.map((one) => ({
			cause: causeCodes.find((code) => code === one['cause']) ?? null,
			status: numberIn(one, 'status'),
			times: numberIn(one, 'times'),
		}));
