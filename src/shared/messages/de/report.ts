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
		askedAs: 'Angemeldet als',
		askedAsUnknown: 'ein Konto, das hier nicht gespeichert ist',
		askedAsLeftOut: 'weggelassen',
		from: 'Quelle',
		live: 'Live-Site',
		snapshot: (takenAt) => `Snapshot der Site vom ${takenAt}; die Live-Site wurde nicht geprüft`,
		calls: 'Aufrufe',
		rows: 'Zeilen',
		made: 'Bericht erstellt',
	},

	standings: {
		added: 'bereits Kunden',
		addable: 'können hinzugefügt werden',
		blocked: 'blockiert',
		open: 'nicht feststellbar',
		repeated: 'doppelt',
	},

	summary: {
		heading: 'Zusammenfassung',
		rows: (checked, all, isRunning) =>
			checked === all
				? all === 1
					? 'Die einzige Zeile der Liste wurde geprüft.'
					: `Alle ${rows(all)} der Liste wurden geprüft.`
				: `${formatCount(checked)} von ${rows(all)} der Liste ${become(checked)} geprüft; ${isRunning ? 'der Prüflauf läuft noch' : 'der Prüflauf endete vor den übrigen'}.`,
		standings: (of, { proven, likely }) =>
			`Das Ergebnis: ${listed([
				[of.added, of.added === 1 ? 'ist bereits Kunde' : 'sind bereits Kunden'],
				[
					of.addable,
					`${can(of.addable)} jetzt hinzugefügt werden${likely === 0 ? '' : ` (${formatCount(proven)} belegt, ${formatCount(likely)} vermutet)`}`,
				],
				[of.blocked, `${are(of.blocked)} blockiert`],
				[of.open, `${are(of.open)} nicht feststellbar`],
				[of.repeated, `${are(of.repeated)} doppelt`],
			])}.`,
		mostFrequent: (label, many, share) => `Häufigste Ursache: „${label}“, ${rows(many)}, ${share} der Liste.`,
		certainty: (proven, likely, unknown) =>
			`Die Befunde: ${listed([
				[proven, `${are(proven)} durch eine Antwort belegt`],
				[likely, `${are(likely)} vermutet`],
				[unknown, `${are(unknown)} unbekannt`],
			])}.`,
		bestDecision: (decision, many) => `Die Entscheidung, die die meisten Zeilen freigibt: ${decision} (${rows(many)}).`,
		findings: 'Ein Problem des Serviceprojekts blockiert alle: siehe „Feststellungen“.',
		changed: (many, added) =>
			`Seit der ersten Prüfung wurden Änderungen für ${rows(many)} vorgenommen. ${added === 1 ? '1 Person ist Kunde' : `${people(added)} sind Kunden`} geworden.`,
	},

	causes: {
		heading: 'Ursachen',
		chart: 'Zeilen nach Ursache',
		tableCaption: 'Zeilen nach Ursache und Gewissheit',
		columns: { cause: 'Ursache', rows: 'Zeilen', share: 'Anteil', proven: 'Belegt', likely: 'Vermutet', unknown: 'Unbekannt' },
		certaintyHeading: 'Gewissheit',
	},

	decisions: {
		heading: 'Entscheidungen, die die meisten Zeilen freigeben',
		intro:
			'Einzelne Entscheidungen, geordnet nach der Zahl der Zeilen, die danach nichts mehr blockiert. Entscheidungen überschneiden sich, daher lassen sich die Zahlen nicht addieren.',
		none: 'Keine einzelne Entscheidung würde weitere Zeilen freigeben.',
		columns: { rank: 'Rang', decision: 'Entscheidung', rows: 'Zeilen', by: 'Wer' },
		by: {
			calls: 'Invite Doctor, in einem Plan',
			page: 'Eine Person, manuell',
			message: 'Eine andere Organisation, per Nachricht',
			list: 'Der Eigentümer der Liste',
		},
		more: (many) => `Siehe XLSX- und JSON-Bericht für ${plural(many, 'weitere Entscheidung', 'weitere Entscheidungen')}.`,
	},

	domains: {
		heading: 'Am stärksten betroffene Domains',
		columns: { domain: 'Domain', rows: 'Zeilen', blocked: 'Nicht hinzufügbar', cause: 'Häufigste Ursache' },
		none: 'Keine Domain hat Zeilen, die sich nicht hinzufügen lassen.',
		more: (many) =>
			`${plural(many, 'weitere Domain hat', 'weitere Domains haben')} Zeilen, die sich nicht hinzufügen lassen. Siehe XLSX-Bericht.`,
	},

	unseen: {
		heading: 'Nicht verfügbare Daten',
		none: 'Alle nötigen Daten waren verfügbar.',
		unknownAccess:
			'Kundenzugang („Internal“, „External“ und ihre Domains): per API nicht verfügbar und nicht angegeben. Befunde, die davon abhängen, sind vermutet und nie belegt.',
		knownAccess: {
			declared: (at) => `Der Kundenzugang ist per API nicht verfügbar. Die Befunde verwenden die am ${at} angegebenen Einstellungen.`,
			read: (at) => `Der Kundenzugang wurde am ${at} gelesen.`,
			inferred: (at) => `Der Kundenzugang ist per API nicht verfügbar. Er wurde am ${at} aus Ablehnungen geschlossen.`,
		},
		snapshot: (parts) => `Im Snapshot fehlt: ${parts}.`,
		why: {
			unscoped: 'nicht in den Scopes des Tokens oder Schlüssels enthalten',
			'not-asked': 'nicht geprüft',
			'not-exported': 'nicht in den Admin-Dateien',
			hidden: 'von der Site nicht angezeigt',
			unexpected: 'unzuverlässige Antwort',
		},
		line: (question, why, many) => `${question}: ${why}, bei ${people(many)}.`,
		noFacts: 'Nicht erfasst: Dieser Prüflauf stammt von einer früheren Version.',
	},

	findings: {
		heading: 'Feststellungen zum Serviceprojekt',
		none: 'Keine Probleme mit dem Serviceprojekt als Ganzem.',
	},

	changes: {
		heading: 'Änderungen',
		intro: (plans, many) => `${plural(plans, 'Plan', 'Pläne')} für ${rows(many)} dieser Liste.`,
		beforeAfter: 'Vorher und nachher',
		beforeAfterColumns: { cause: 'Ursache', before: 'Vorher', after: 'Nachher', difference: 'Unterschied' },
		billableHeading: 'Wiederhergestellte kostenpflichtige Rollen',
		billable: (many) =>
			`${plural(many, 'wiederhergestelltes Konto hat eine Rolle', 'wiederhergestellte Konten haben Rollen')}, für die Ihre Organisation bezahlt. Entziehen Sie nicht benötigte Rollen.`,
		stranded: (many) =>
			`${people(many)} ${become(many)} entfernt und ${have(many)} noch kein neues Konto. Schließen Sie den Plan ab, um die fehlenden Konten zu erstellen.`,
		columns: {
			line: 'Zeile',
			address: 'Adresse',
			remedy: 'Maßnahme',
			before: 'Vorher',
			after: 'Nachher',
			outcome: 'Ergebnis',
			roles: 'Rollen',
		},
		rowsHeading: 'Zeile für Zeile',
		said: (words) => `Antwort der Site: ${words}`,
		notSeen: 'noch nicht geprüft',
		untouched: (many) =>
			`${rows(many)} (manuell oder nicht versucht) ${are(many)} hier nicht aufgeführt. Siehe die Ursachen oder den XLSX-Bericht.`,
	},

	cause: {
		heading: 'Zeile für Zeile, nach Ursache',
		means: 'Was es bedeutet',
		todo: 'Was zu tun ist',
		nothingTodo: 'Nichts.',
		article: (problem) => `Das ist Problem ${problem} im Hilfeartikel von Atlassian über Kunden, die sich nicht hinzufügen lassen.`,
		columns: { line: 'Zeile', address: 'Adresse', name: 'Name', organisation: 'Organisation', certainty: 'Gewissheit' },
		suggests: (address) => `möglicher Tippfehler: ${address}?`,
		now: (cause) => `Nach dem Plan: ${cause}`,
		know: (answers) => `Woher wir das wissen: ${plural(answers, 'Antwort', 'Antworten')}`,
		knowNothing: 'Diese Zeile wurde nicht geprüft.',
		asked: 'Frage',
		source: 'Quelle',
		answer: 'Antwort',
		noEntry: 'kein solcher Eintrag',
		nothing: 'nichts',
		answerLeftOut: 'weggelassen (nennt Personen)',
		cut: (shown, all) => `Die ersten ${formatCount(shown)} von ${rows(all)}. Siehe XLSX- oder CSV-Bericht für alle Zeilen.`,
		printed: (shown) => `Auf Papier steht „Woher wir das wissen“ bei den ersten ${rows(shown)} jeder Ursache.`,
	},

	sheets: {
		summary: 'Zusammenfassung',
		rows: 'Zeilen',
		blocked: 'Wer blockiert ist und warum',
		decisions: 'Entscheidungen',
		domains: 'Domains',
		changes: 'Änderungen',
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
			open: 'Nicht feststellbar',
			repeated: 'Doppelte',
			asked: 'Frage',
			source: 'Quelle',
			answer: 'Antwort',
			when: 'Wann (UTC)',
			remedy: 'Maßnahme',
			before: 'Vorher',
			after: 'Nachher',
			outcome: 'Ergebnis',
			said: 'Antwort der Site',
			billable: 'Kostenpflichtige Rollen',
			afterPlan: 'Nach dem Plan',
		},
	},

	ending: {
		personal: 'Dieser Bericht enthält personenbezogene Daten: Adressen, Namen und Angaben zu Konten. Geben Sie ihn mit Bedacht weiter.',
		withoutPersonal:
			'Dieser Bericht enthält keine personenbezogenen Daten. Personen sind in der Reihenfolge der Liste nummeriert. Adressen, Namen, Konto-IDs, Notizen und ursprüngliche Zellen sind weggelassen.',
		made: (app, version, at) => `Erstellt mit ${app} ${version}, ${at}.`,
		times: 'Alle Zeiten sind UTC.',
	},
};
