import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/guided.ts';
import { causeTexts } from './causes.ts';
import { remedyDetails } from './remedies.ts';

const siteTitles: Readonly<Partial<Record<keyof typeof remedyDetails, string>>> = {
	'open-customer-access': 'Kundenzugang der Site',
	'fix-desk-permission': 'Berechtigungen des Serviceprojekts',
};

const rows = (count: number): string => plural(count, 'Zeile', 'Zeilen');

export const guidedWords: typeof en.guidedWords = {
	title: ({ scope, subject, remedy }) => (scope === 'site' ? (siteTitles[remedy] ?? remedyDetails[remedy].label) : subject),
	kind: ({ remedy, ids, unsettled }) =>
		[unsettled === null ? remedyDetails[remedy].label : 'Bitte nachsehen', ...(ids.length > 1 ? [rows(ids.length)] : [])].join(' · '),
	/** What the product saw when it asked again. */
	seen: ({ added, addable, blocked, cause, notAsked }) => {
		const total = added + addable + blocked + notAsked;
		const count = (part: number): string => (total === 1 ? '' : `${formatCount(part)} `);
		const can = addable === 1 ? 'kann' : 'können';
		const parts = [
			...(added > 0 ? [`${count(added)}hinzugefügt`] : []),
			...(addable > 0 ? [`${count(addable)}${can} jetzt hinzugefügt werden`] : []),
			...(blocked > 0 ? [`${count(blocked)}weiterhin blockiert${cause === null ? '' : ` (${causeTexts[cause].label})`}`] : []),
			...(notAsked > 0
				? [
						`nach ${notAsked === 1 ? 'der anderen' : `den anderen ${formatCount(notAsked)}`} nicht erneut gefragt, da sich nichts geändert hatte`,
					]
				: []),
		];
		const text = parts.join(', ');
		return text.charAt(0).toUpperCase() + text.slice(1);
	},
	saw: (title, seen) => `${title}: ${seen}.`,
	asking: 'Es wird erneut gefragt…',
	page: {
		title: 'Von Hand erledigen',
		back: 'Zurück zum Plan',
		loading: 'Was von Hand zu tun bleibt, wird zusammengestellt…',
		list: 'Aufgaben',
		progress: (done, all) => `${formatCount(done)} von ${plural(all, 'Aufgabe', 'Aufgaben')} erledigt`,
		emptyTitle: 'Von Hand ist nichts zu tun',
		emptyText: 'Alle Zeilen dieses Plans erledigt Invite Doctor selbst.',
		again: (count) => `Plan für ${formatCount(count)}, die jetzt hinzugefügt werden können`,
		addableScope: (count) => (count === 1 ? 'Die Zeile, die nichts mehr blockiert' : `Die ${rows(count)}, die nichts mehr blockiert`),
	},
	task: {
		todo: 'Was zu tun ist',
		rows: 'Darauf warten',
		line: (line) => `Zeile ${formatCount(line)}`,
		waiting: (count) => `${rows(count)} der Liste`,
		unsettled:
			'Was aus einer Änderung an diesem Konto wurde, lässt sich durch Lesen nicht feststellen. Sehen Sie auf der Seite nach, wie es steht, und bringen Sie es in Ordnung.',
		said: 'Die Site sagte',
		list: 'Berichtigen Sie die Liste und importieren Sie sie erneut: Die Zeilen eines Plans bleiben, wie sie in der Datei waren.',
		message: 'Die Nachricht kann kopiert oder gespeichert werden.',
		afterwards:
			'Melden Sie es danach als erledigt: Invite Doctor fragt erneut, und was hinzugefügt werden kann, kommt in einen neuen Plan.',
		open: 'Öffnen',
		openMessage: 'Nachricht öffnen',
		copyAddress: 'Kopieren',
		done: 'Erledigt, erneut fragen',
		noPage: 'Dafür ist keine Seite bekannt: Folgen Sie dem Menüpfad.',
		copied: 'Kopiert',
	},
	keys: {
		title: 'Tasten',
		move: 'weiter, zurück',
		open: 'öffnen, kopieren',
		copy: 'kopieren',
		done: 'erledigt',
	},
};
