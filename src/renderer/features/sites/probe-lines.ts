import { type CauseCode, causeCodes } from '#shared/causes.ts';
import { type ProbeAnswer, type ProbeId, probeCatalogue } from '#shared/probes.ts';
import { probeReasons, probeSeen } from '../../messages/en/probes.ts';

/** The numbers an answer may come with; 0 where it does not. */
export type ProbeNumbers = Readonly<
	Record<'accounts' | 'portalOnly' | 'withAddress' | 'kept' | 'atlassianAccounts' | 'missing' | 'domains' | 'broken', number>
>;

export interface CreationAnswer {
	/** `null`: one this window does not know. */
	readonly cause: CauseCode | null;
	readonly status: number;
	readonly times: number;
}

type Details = ProbeAnswer['details'];

const numberIn = (details: Readonly<Record<string, unknown>>, key: string): number => {
	const value = details[key];
	return typeof value === 'number' ? value : 0;
};

const numbersIn = (details: Details): ProbeNumbers => ({
	accounts: numberIn(details, 'accounts'),
	portalOnly: numberIn(details, 'portalOnly'),
	withAddress: numberIn(details, 'withAddress'),
	kept: numberIn(details, 'kept'),
	atlassianAccounts: numberIn(details, 'atlassianAccounts'),
	missing: numberIn(details, 'missing'),
	domains: numberIn(details, 'domains'),
	broken: numberIn(details, 'broken'),
});

const listIn = (details: Details, key: string): readonly unknown[] => {
	const value = details[key];
	return Array.isArray(value) ? value : [];
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const creationAnswersIn = (details: Details): readonly CreationAnswer[] =>
	listIn(details, 'answers')
		.filter(isRecord)
		.map((one) => ({
			cause: causeCodes.find((code) => code === one['cause']) ?? null,
			status: numberIn(one, 'status'),
			times: numberIn(one, 'times'),
		}));

const seenLines = (probe: ProbeId, details: Details): readonly string[] => {
	const numbers = numbersIn(details);
	switch (probe) {
		case 'sweep-shows-portal-only':
			return [probeSeen[probe](numbers)];
		case 'approved-domains-readable':
			return [probeSeen[probe](listIn(details, 'approved').filter((domain) => typeof domain === 'string'))];
		case 'creation-obeys-access':
			return [probeSeen[probe](numbers)];
		case 'creation-answers':
			return creationAnswersIn(details).map(probeSeen[probe]);
		default:
			return [];
	}
};

/** What an answer rests on, or why there is none. */
export const probeNotes = ({ probe, reason, details }: ProbeAnswer): readonly string[] => {
	if (reason === 'seen') return seenLines(probe, details);
	const note = probeReasons[reason](numbersIn(details));
	return note === '' ? [] : [note];
};

const order = Object.keys(probeCatalogue);

/** In the order of the catalogue, whatever order they were kept in. */
export const inProbeOrder = (answers: readonly ProbeAnswer[]): readonly ProbeAnswer[] =>
	answers.toSorted((a, b) => order.indexOf(a.probe) - order.indexOf(b.probe));
