import type { ToldEntry } from '../audit.ts';
import type { CauseCode } from '../causes.ts';
import type { ChangeState } from '../plan.ts';
import type { StepId } from '../remedies.ts';
import type { Json } from '../verdict.ts';
import type { Messages } from './messages.ts';
import { textOf } from './failure-text.ts';

type Words = Pick<Messages, 'auditSentences' | 'causeTexts' | 'eventTexts'>;
type Details = { readonly [key: string]: Json };

const objectOf = (value: Json | undefined): Details =>
	value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Details) : {};
const stringOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);

const changeStates: readonly string[] = ['intent', 'applied', 'rejected', 'unknown', 'not-applied', 'needs-person'] satisfies ChangeState[];

/** The address an entry is about; `null` where it names nobody, or several. */
export const auditPerson = ({ details }: Pick<ToldEntry, 'details'>): string | null => stringOf(objectOf(details)['address']);

export const auditStatus = ({ details }: Pick<ToldEntry, 'details'>): number | null => {
	const { status } = objectOf(objectOf(details)['answered']);
	return typeof status === 'number' ? status : null;
};

export const auditStep = ({ details }: Pick<ToldEntry, 'details'>): string | null => stringOf(objectOf(details)['step']);

/** An entry of the audit log as a sentence: who did what to whom, what the person was before, and what the site answered. */
export const auditSentence = (words: Words, entry: ToldEntry): string => {
	const { auditSentences: text, causeTexts, eventTexts } = words;
	const details = objectOf(entry.details);
	const who = entry.actor.account === '' ? entry.actor.user : entry.actor.account;
	const label = (cause: string | null): string => (cause === null ? '' : (causeTexts[cause as CauseCode]?.label ?? cause));
	if (changeStates.includes(entry.event)) {
		const state = entry.event as ChangeState;
		const person = auditPerson(entry) ?? text.somebody(numberOf(details['row']));
		const change = text.changes[auditStep(entry) as StepId];
		if (change === undefined) return text.other(who, textOf(eventTexts, entry.event, entry.event));
		const done = text.states[state](who, change(person, entry.about.desk ?? text.someDesk));
		const was = entry.about.before === null || state === 'intent' ? [] : [text.was(label(entry.about.before))];
		const status = auditStatus(entry);
		return [done, ...was, ...(status === null ? [] : [text.answered(status)])].join(' · ');
	}
	switch (entry.event) {
		case 'plan-created':
			return text.planMade(who, numberOf(details['rows']), stringOf(objectOf(details['desk'])['name']) ?? text.someDesk);
		case 'confirmed':
			return text.confirmed(who, stringOf(details['confirm']) ?? '');
		case 'verified': {
			const rows = Array.isArray(details['rows']) ? details['rows'].map(objectOf) : [];
			const [first] = rows;
			if (rows.length !== 1 || first === undefined) return text.recheckedMany(who, rows.length);
			return text.rechecked(who, stringOf(first['address']) ?? text.somebody(numberOf(first['row'])), label(stringOf(first['cause'])));
		}
		case 'run-deleted':
			return text.runDeleted(who, numberOf(details['rows']), Array.isArray(details['plans']) ? details['plans'].length : 0);
		case 'site-deleted':
			return text.siteDeleted(who);
		case 'accepted':
			return text.accepted(who, stringOf(details['reason']) ?? '');
		default:
			return text.other(who, textOf(eventTexts, entry.event, entry.event));
	}
};
