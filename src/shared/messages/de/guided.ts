import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/guided.ts';
import { causeTexts } from './causes.ts';
import { remedyDetails } from './remedies.ts';

const siteTitles: Readonly<Partial<Record<keyof typeof remedyDetails, string>>> = {
	'open-customer-access': 'Kundenzugang der Site',
	'fix-desk-permission': 'Berechtigungen des Serviceprojekts',
};

export const workNotes: typeof en.workNotes = {
	later: 'später',
	cannot: (reason) => `nicht möglich: ${reason}`,
};

const rows = (count: number): string => plural(count, 'Zeile', 'Zeilen');

export const guidedWords: typeof en.guidedWords = {
	title: ({ scope, subject, remedy }) => (scope === 'site' ? (siteTitles[remedy] ?? remedyDetails[remedy].label) : subject),
	kind: ({ remedy, ids, unsettled }) =>
		[unsettled === null ? remedyDetails[remedy].label : 'Manuell prüfen', ...(ids.length > 1 ? [rows(ids.length)] : [])].join(' · '),
	/** What the product saw when it asked again. */
	seen: ({ added, addable, blocked, cause, notAsked }) => {
		const total = added + addable + blocked + notAsked;
		const count = (part: number): string => (total === 1 ? '' : `${formatCount(part)} `);
		const can = addable === 1 ? 'kann' : 'können';
		const parts = [
			...(added > 0 ? [`${count(added)}hinzugefügt`] : []),
			...(addable > 0 ? [`${count(addable)}${can} jetzt hinzugefügt werden`] : []),
			...(blocked > 0 ? [`${count(blocked)}weiterhin blockiert${cause === null ? '' : ` (${causeTexts[cause].label})`}`] : []),
			...(notAsked > 0 ? [`${formatCount(notAsked)} nicht erneut geprüft, da sich nichts geändert hatte`] : []),
		];
		const text = parts.join(', ');
		return text.charAt(0).toUpperCase() + text.slice(1);
	},
	saw: (title, seen) => `${title}: ${seen}.`,
	note: (note) => (note === null ? 'Offen' : note.kind === 'later' ? 'Später' : `Nicht möglich: ${note.reason}`),
	noted: (title, note) => `${title}: ${note}`,
	asking: 'Wird erneut geprüft…',
	page: {
		title: 'Manuelle Aufgaben',
		back: 'Zurück zum Plan',
		loading: 'Aufgaben werden geladen…',
		list: 'Aufgaben',
		progress: (done, all) => `${formatCount(done)} von ${plural(all, 'Aufgabe', 'Aufgaben')} erledigt`,
		impossible: (count) => `${formatCount(count)} nicht möglich`,
		emptyTitle: 'Keine manuellen Aufgaben',
		emptyText: 'Invite Doctor erledigt alles in diesem Plan.',
		again: (count) => `Plan für ${formatCount(count)}, die jetzt hinzugefügt werden können`,
		addableScope: (count) =>
			count === 1 ? 'Die Zeile, die jetzt hinzugefügt werden kann' : `Die ${rows(count)}, die jetzt hinzugefügt werden können`,
	},
	task: {
		todo: 'Was zu tun ist',
		rows: 'Betroffene Zeilen',
		line: (line) => `Zeile ${formatCount(line)}`,
		waiting: (count) => `${rows(count)} der Liste`,
		unsettled: 'Das Ergebnis einer Änderung an diesem Konto ist unbekannt. Prüfen Sie die Seite und korrigieren Sie es.',
		said: 'Antwort der Site',
		list: 'Korrigieren Sie die Liste und importieren Sie sie erneut. Die Zeilen eines Plans ändern sich nicht.',
		message: 'Die Nachricht kann kopiert oder gespeichert werden.',
		afterwards:
			'Markieren Sie die Aufgabe danach als erledigt. Invite Doctor prüft die Zeilen erneut und plant, was hinzugefügt werden kann.',
		open: 'Öffnen',
		openMessage: 'Nachricht öffnen',
		copyAddress: 'Kopieren',
		done: 'Erledigt, erneut prüfen',
		skip: 'Überspringen',
		later: 'Später',
		cannot: 'Nicht möglich…',
		reason: 'Nicht möglich, weil',
		reasonHint: 'Steht im Plan, in Berichten und in Exporten.',
		keepReason: 'Grund speichern',
		noted: (user, when) => `${user}, ${when}`,
		takeBack: 'Wieder öffnen',
		noPage: 'Kein Link verfügbar. Folgen Sie dem Menüpfad.',
		copied: 'Kopiert',
	},
	keys: {
		title: 'Tasten',
		move: 'weiter, zurück',
		open: 'öffnen, kopieren',
		copy: 'kopieren',
		done: 'erledigt',
		skip: 'überspringen',
		later: 'später',
		cannot: 'nicht möglich',
	},
};
