import type { reportWords as english } from '../en/report.ts';
import { formatCount, plural } from './numbers.ts';

const rows = (many: number): string => plural(many, 'Zeile', 'Zeilen');
const people = (many: number): string => plural(many, 'Person', 'Personen');
const are = (many: number): string => (many === 1 ? 'ist' : 'sind');
const can = (many: number): string => (many === 1 ? 'kann' : 'können');
const become = (many: number): string => (many === 1 ? 'wurde' : 'wurden');
const have = (many: number): string => (many === 1 ? 'hat' : 'haben');

/** `3 sind dies, 4 sind das und 5 sind keins von beiden`; what there is none of is left out. */
const listed = (parts: readonly (readonly [many: number, what: string])[]): string => {
	const said = parts.filter(([many]) => many > 0).map(([many, what]) => `${formatCount(many)} ${what}`);
	return [said.slice(0, -1).join(', '), said.at(-1) ?? 'keine'].filter((part) => part !== '').join(' und ');
};

/** Everything a report says beside causes, remedies and decisions. */
export const reportWords: typeof english = {
	appName: 'Invite Doctor',
	title: 'Warum sich Personen nicht als Kunden hinzufügen lassen',
	logoAlt: (client) => (client === '' ? 'Logo' : `Logo von ${client}`),
	contents: 'Inhalt',
	unnamedList: (many) => `Eine Liste mit ${rows(many)}`,
	person: (number, domain) => `Person ${formatCount(number)}${domain === null ? '' : ` (${domain})`}`,
	maskedDomain: (number) => `domain-${number}`,
	maskedOrganisation: (number) => `Organisation ${formatCount(number)}`,

	facts: {
		list: 'Liste',
		site: 'Site',
		desk: 'Serviceprojekt',
		noDesk: 'keines ausgewählt',
		theDesk: 'das Serviceprojekt',
		itsDomain: 'die Domain',
		checked: 'Geprüft',
		unfinished: (from) => `${from}, nicht abgeschlossen`,
		askedAs: 'Gefragt als',
		askedAsUnknown: 'ein Konto, das hier nicht gespeichert ist',
		askedAsLeftOut: 'weggelassen',
		from: 'Antworten von',
		live: 'der Site selbst',
		snapshot: (takenAt) => `einem Snapshot der Site vom ${takenAt}; die Site selbst wurde nicht gefragt`,
		calls: 'Aufrufe',
		rows: 'Zeilen',
		made: 'Bericht erstellt',
	},

	standings: {
		added: 'bereits Kunden',
		addable: 'können hinzugefügt werden',
		blocked: 'blockiert',
		open: 'nicht geklärt',
	},

	summary: {
		heading: 'Zusammenfassung',
		rows: (checked, all, isRunning) =>
			checked === all
				? all === 1
					? 'Die einzige Zeile der Liste wurde geprüft.'
					: `Alle ${rows(all)} der Liste wurden geprüft.`
				: `${formatCount(checked)} von ${rows(all)} der Liste ${become(checked)} geprüft; ${isRunning ? 'der Prüflauf geht weiter' : 'der Prüflauf endete vor den übrigen'}.`,
		standings: (of) =>
			`Das Ergebnis: ${listed([
				[of.added, of.added === 1 ? 'ist bereits Kunde' : 'sind bereits Kunden'],
				[of.addable, `${can(of.addable)} ohne Weiteres hinzugefügt werden`],
				[of.blocked, `${are(of.blocked)} durch etwas blockiert, das zuerst behoben werden muss`],
				[of.open, `${are(of.open)} nicht geklärt`],
			])}.`,
		mostFrequent: (label, many, share) => `Am häufigsten blockiert „${label}“: ${rows(many)}, ${share} der Liste.`,
		certainty: (proven, likely, unknown) =>
			`Die Befunde: ${listed([
				[proven, `${are(proven)} durch eine Antwort belegt`],
				[likely, `${are(likely)} vermutet`],
				[unknown, `${are(unknown)} offen`],
			])}.`,
		bestDecision: (decision, many) => `Die Entscheidung, die am meisten freigeben würde: ${decision} (${rows(many)}).`,
		findings: 'Etwas betrifft das Serviceprojekt als Ganzes und hält alle fern, bis es behoben ist: siehe „Feststellungen“.',
		changed: (many, added) =>
			`Seit der ersten Prüfung wurden Änderungen für ${rows(many)} vorgenommen; dadurch ${added === 1 ? 'ist 1 Person Kunde' : `sind ${people(added)} Kunden`} geworden.`,
	},

	causes: {
		heading: 'Ursachen',
		chart: 'Zeilen nach Ursache',
		tableCaption: 'Zeilen nach Ursache und Gewissheit',
		columns: { cause: 'Ursache', rows: 'Zeilen', share: 'Anteil', proven: 'Belegt', likely: 'Vermutet', unknown: 'Offen' },
		certaintyHeading: 'Wie gewiss das ist',
	},

	decisions: {
		heading: 'Was am meisten freigeben würde',
		intro:
			'Einzelne Entscheidungen, geordnet nach den Zeilen, die danach nichts mehr blockieren würde. Jede wurde unter den geänderten Einstellungen neu beurteilt, statt Zeilen nach Ursachen zu zählen. Entscheidungen überschneiden sich: Die Zahlen lassen sich nicht addieren.',
		none: 'Keine einzelne Entscheidung würde mehr Zeilen freigeben, als jetzt bereit sind.',
		columns: { rank: 'Rang', decision: 'Entscheidung', rows: 'Zeilen', by: 'Wer' },
		by: {
			calls: 'Invite Doctor, in einem Plan',
			page: 'Jemand, auf einer Seite',
			message: 'Eine andere Organisation, per Nachricht gebeten',
			list: 'Wem die Liste gehört',
		},
		more: (many) => `${plural(many, 'weitere Entscheidung steht', 'weitere Entscheidungen stehen')} in den Berichten als XLSX und JSON.`,
	},

	domains: {
		heading: 'Am stärksten betroffene Domains',
		columns: { domain: 'Domain', rows: 'Zeilen', blocked: 'Nicht hinzufügbar', cause: 'Häufigste Ursache' },
		none: 'Keine Domain hat Zeilen, die sich nicht hinzufügen lassen.',
		more: (many) =>
			`${plural(many, 'weitere Domain hat', 'weitere Domains haben')} Zeilen, die sich nicht hinzufügen lassen: siehe XLSX-Bericht.`,
	},

	unseen: {
		heading: 'Was die Site nicht gezeigt hat',
		none: 'Jede nötige Frage wurde beantwortet.',
		unknownAccess:
			'Kundenzugang („Internal“, „External“ und ihre Domains): Keine verlässliche Schnittstelle verrät ihn, und niemand hat ihn angegeben. Befunde, die darauf beruhen, sind höchstens vermutet.',
		knownAccess: {
			declared: (at) => `Der Kundenzugang ist nicht lesbar; er wurde am ${at} angegeben, und darauf beruhen die Befunde.`,
			read: (at) => `Der Kundenzugang wurde am ${at} gelesen.`,
			inferred: (at) => `Der Kundenzugang ist nicht lesbar; er wurde am ${at} aus Ablehnungen erschlossen.`,
		},
		snapshot: (parts) => `Dem Snapshot fehlen Teile, nach denen eine Prüfung an der Site gefragt hätte: ${parts}.`,
		why: {
			unscoped: 'dem Token oder Schlüssel fehlt der Scope dafür',
			'not-asked': 'es gab keinen Weg zu fragen',
			'not-exported': 'die übergebenen Dateien sagen es nicht',
			hidden: 'die Site zeigt es nicht',
			unexpected: 'der Antwort war nicht zu trauen',
		},
		line: (question, why, many) => `${question}: ${why}, bei ${people(many)}.`,
		noFacts: 'Diesen Prüflauf hat eine frühere Version gespeichert, die das nicht festhielt.',
	},

	findings: {
		heading: 'Feststellungen zum Serviceprojekt',
		none: 'Nichts wurde gefunden, was das Serviceprojekt als Ganzes betrifft.',
	},

	changes: {
		heading: 'Was geändert wurde',
		intro: (plans, many) => `${plural(plans, 'Plan', 'Pläne')} für ${rows(many)} dieser Liste.`,
		beforeAfter: 'Vorher und nachher',
		beforeAfterColumns: { cause: 'Ursache', before: 'Vorher', after: 'Nachher', difference: 'Unterschied' },
		billableHeading: 'Zurückgekehrte Rollen, die berechnet werden',
		billable: (many) =>
			`${plural(many, 'wiederhergestelltes Konto hat eine Rolle', 'wiederhergestellte Konten haben Rollen')}, für die Ihre Organisation bezahlt. Entziehen Sie sie, oder behalten Sie sie bewusst bei.`,
		stranded: (many) =>
			`${people(many)} ${become(many)} entfernt und ${have(many)} noch kein neues Konto. Das muss zu Ende gebracht werden.`,
		columns: {
			line: 'Zeile',
			address: 'Adresse',
			remedy: 'Maßnahme',
			before: 'Vorher',
			after: 'Nachher',
			outcome: 'Ausgang',
			roles: 'Rollen',
		},
		rowsHeading: 'Zeile für Zeile',
		said: (words) => `Die Site sagte: ${words}`,
		notSeen: 'noch nicht nachgesehen',
		untouched: (many) =>
			`${rows(many)}, von Hand zu tun oder noch nicht versucht, ${are(many)} hier nicht aufgeführt: Sie stehen bei ihren Ursachen und im XLSX-Bericht.`,
	},

	cause: {
		heading: 'Zeile für Zeile, nach Ursache',
		means: 'Was es bedeutet',
		todo: 'Was zu tun ist',
		nothingTodo: 'Nichts.',
		article: (problem) => `Das ist Problem ${problem} im Hilfeartikel von Atlassian über Kunden, die sich nicht hinzufügen lassen.`,
		columns: { line: 'Zeile', address: 'Adresse', name: 'Name', organisation: 'Organisation', certainty: 'Gewissheit' },
		suggests: (address) => `wahrscheinlich gemeint: ${address}`,
		know: (answers) => `Woher wir das wissen: ${plural(answers, 'Antwort', 'Antworten')}`,
		knowNothing: 'Zu dieser Zeile wurde nichts gefragt.',
		asked: 'Frage',
		source: 'Quelle',
		answer: 'Antwort',
		noEntry: 'nichts: einen solchen Eintrag gibt es nicht',
		nothing: 'nichts',
		answerLeftOut: 'weggelassen: nennt Personen',
		cut: (shown, all) =>
			`Die ersten ${formatCount(shown)} von ${rows(all)}. Alle Zeilen stehen in den Berichten als XLSX und CSV zu diesem Prüflauf.`,
		printed: (shown) => `Auf Papier steht „Woher wir das wissen“ bei den ersten ${rows(shown)} jeder Ursache.`,
	},

	sheets: {
		summary: 'Zusammenfassung',
		rows: 'Zeilen',
		blocked: 'Wer nicht geht und warum',
		decisions: 'Was zu entscheiden ist',
		domains: 'Domains',
		changes: 'Was geändert wurde',
		evidence: 'Belege',
		columns: {
			line: 'Zeile',
			address: 'Adresse',
			name: 'Name',
			organisation: 'Organisation',
			cause: 'Ursache',
			code: 'Code der Ursache',
			certainty: 'Gewissheit',
			todo: 'Was zu tun ist',
			suggestion: 'Vorschlag',
			know: 'Woher wir das wissen',
			why: 'Warum',
			share: 'Anteil',
			rows: 'Zeilen',
			added: 'Bereits Kunden',
			addable: 'Hinzufügbar',
			blocked: 'Blockiert',
			open: 'Nicht geklärt',
			asked: 'Frage',
			source: 'Quelle',
			answer: 'Antwort',
			when: 'Wann (UTC)',
			remedy: 'Maßnahme',
			before: 'Vorher',
			after: 'Nachher',
			outcome: 'Ausgang',
			said: 'Die Site sagte',
			billable: 'Berechnete Rollen',
		},
	},

	ending: {
		personal:
			'Dieser Bericht enthält personenbezogene Daten: Adressen, Namen und was die Site über Konten sagte. Geben Sie ihn mit Bedacht weiter.',
		withoutPersonal:
			'Personenbezogene Daten wurden weggelassen: Personen sind in der Reihenfolge der Liste nummeriert; Adressen, Namen, Konto-IDs, Notizen und ursprüngliche Zellen stehen nicht in diesem Bericht.',
		made: (app, version, at) => `Erstellt mit ${app} ${version}, ${at}.`,
		times: 'Alle Zeiten sind UTC.',
	},
};
