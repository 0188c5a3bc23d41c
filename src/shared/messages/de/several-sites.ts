import { formatCount, plural } from './numbers.ts';
import type * as en from '../en/several-sites.ts';

const sites = (count: number): string => plural(count, 'Site', 'Sites');

/** A list diagnosed on several sites at once. */
export const severalWords: typeof en.severalWords = {
	toSeveral: 'Auf mehreren Sites prüfen…',
	toOne: 'Zurück zu einer Site',
	nobody: 'Kein Auftraggeber',
	all: 'Alle',
	none: 'Keine',
	allOf: (client) => (client === null ? 'Alle Sites ohne Auftraggeber' : `Alle Sites von ${client}`),
	noneOf: (client) => (client === null ? 'Keine Site ohne Auftraggeber' : `Keine Site von ${client}`),
	chosen: (count) => (count === 0 ? 'Noch ist keine Site gewählt.' : `${sites(count)} gewählt: je ein Prüflauf.`),
	tooMany: (most) => `Höchstens ${formatCount(most)} Sites auf einmal.`,
	desk: 'Schlüssel des Serviceprojekts',
	deskHint: 'Auf jeder Site derselbe, z. B. HELP. Leer, wenn jede Site nur eines hat.',
	access: 'Für jede Site gilt, was von ihrem Kundenzugang bekannt ist. Zu finden und anzugeben ist es auf der Seite der Site.',
	start: (count) => (count === 0 ? 'Starten' : `Auf ${sites(count)} starten`),
	started: (count) => `${plural(count, 'Prüflauf', 'Prüfläufe')} gestartet.`,
	results: 'Was gestartet wurde',
	open: 'Prüflauf öffnen',
	openOf: (site) => `Prüflauf auf ${site} öffnen`,
	retry: 'Die Liste ist noch geöffnet: Beheben Sie, was fehlte, und starten Sie auf den übrigen Sites erneut.',
};
