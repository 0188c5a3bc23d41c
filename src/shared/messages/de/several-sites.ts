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
	chosen: (count) => (count === 0 ? 'Noch keine Sites gewählt.' : `${sites(count)} gewählt, je ein Prüflauf.`),
	tooMany: (most) => `Höchstens ${formatCount(most)} Sites auf einmal.`,
	desk: 'Schlüssel des Serviceprojekts',
	deskHint: 'Auf jeder Site derselbe, z. B. HELP. Leer lassen, wenn jede Site nur eines hat.',
	access: 'Jeder Prüflauf verwendet den Kundenzugang seiner Site. Auf der Seite der Site können Sie ihn ansehen und angeben.',
	start: (count) => (count === 0 ? 'Starten' : `Auf ${sites(count)} starten`),
	started: (count) => `${plural(count, 'Prüflauf', 'Prüfläufe')} gestartet.`,
	results: 'Gestartete Prüfläufe',
	open: 'Prüflauf öffnen',
	openOf: (site) => `Prüflauf auf ${site} öffnen`,
	retry: 'Die Liste ist noch geöffnet. Beheben Sie das Problem und starten Sie auf den übrigen Sites erneut.',
};
