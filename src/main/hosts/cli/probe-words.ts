import { probeNotes } from '#shared/messages/probe-notes.ts';
import { inProbeOrder, type ProbeAnswer } from '#shared/probes.ts';
import { messages } from './messages.ts';
import { plain } from './plain.ts';

export { inProbeOrder };

/** One line of the table: the answer, the question, what it rests on. */
export const probeLine = (answer: ProbeAnswer): string =>
	plain(`${answer.answer.padEnd(5)} ${messages.probeTexts[answer.probe].question} ${probeNotes(messages, answer).join('; ')}`.trimEnd());
