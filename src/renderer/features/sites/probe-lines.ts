import { type ProbeAnswer, type ProbeId, probeCatalogue } from '#shared/probes.ts';
import { probeReasons, probeSeen } from '../../messages.ts';
import { creationAnswersIn, type Details, listIn, numbersIn } from '#shared/probe-details.ts';

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
export const probeNotes = ({ probe, reason, details }: ProbeAnswer): readonly string[] =>
	reason === 'seen' ? seenLines(probe, details) : [probeReasons[reason](numbersIn(details))];

const order = Object.keys(probeCatalogue);

/** In the order of the catalogue, whatever order they were kept in. */
export const inProbeOrder = (answers: readonly ProbeAnswer[]): readonly ProbeAnswer[] =>
	answers.toSorted((a, b) => order.indexOf(a.probe) - order.indexOf(b.probe));
