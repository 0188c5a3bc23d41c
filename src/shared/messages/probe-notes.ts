import { creationAnswersIn, listIn, numbersIn } from '../probe-details.ts';
import type { ProbeAnswer } from '../probes.ts';
import type { Messages } from './messages.ts';

const seenLines = ({ probeSeen }: Messages, { probe, details }: ProbeAnswer): readonly string[] => {
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
export const probeNotes = (messages: Messages, answer: ProbeAnswer): readonly string[] =>
	answer.reason === 'seen' ? seenLines(messages, answer) : [messages.probeReasons[answer.reason](numbersIn(answer.details))];
