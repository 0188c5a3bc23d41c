import type { FailureDetails } from '../../outcome.ts';
import type * as english from '../en/scopes.ts';
import { plainDetail, textOf } from '../failure-text.ts';

export const scopeLosses: typeof english.scopeLosses = {
	account: 'ist der Eigentümer des Tokens unbekannt',
	rights: 'sind die Berechtigungen des Kontos unbekannt',
	people: 'sind Portalkonten und Personen der Site nicht sichtbar',
	projects: 'ist kein Serviceprojekt zu finden',
	'request-types': 'lässt sich nicht prüfen, wer Anfragen stellen darf',
	'project-permissions': 'sind die Berechtigungen eines Serviceprojekts nicht sichtbar',
	customers: 'sind die Kunden eines Serviceprojekts nicht sichtbar',
	'customer-organisations': 'sind Kundenorganisationen nicht sichtbar',
	requests: 'ist niemand über seine Anfragen zu finden',
	'create-customers': 'lässt sich kein Kundenkonto erstellen',
	'add-customers': 'lässt sich niemand zu einem Serviceprojekt hinzufügen',
	'add-to-organisation': 'lässt sich niemand zu einer Kundenorganisation hinzufügen',
	organisations: 'ist die Organisation nicht zu finden',
	directories: 'sind die Verzeichnisse der Organisation nicht sichtbar',
	apps: 'sind die Apps der Site nicht sichtbar',
	domains: 'sind die verifizierten Domains nicht sichtbar',
	roles: 'sind die Rollen einzelner Personen nicht sichtbar',
	directory: 'ist das Verzeichnis nicht sichtbar',
	'approved-domains': 'sind die genehmigten Domains nicht sichtbar',
	'managed-accounts': 'lässt sich nicht prüfen, wer Konten reaktivieren darf',
	'change-directory': 'lässt sich kein Zugriff wiederherstellen und keine Rolle vergeben',
	'change-managed-accounts': 'lässt sich kein verwaltetes Konto reaktivieren',
};

export const doorTexts: typeof english.doorTexts = {
	site: 'ohne Scopes (Adresse der Site)',
	gateway: 'mit Scopes (Gateway)',
};

const whose = ({ which }: FailureDetails): string =>
	which === 'orgApiKey' ? 'Dem API-Schlüssel der Organisation' : which === 'signIn' ? 'Der OAuth-App' : 'Dem API-Token';

const lacks = (details: FailureDetails): string => {
	const scopes = plainDetail(details, 'scopes');
	const granular = plainDetail(details, 'granular');
	const named =
		scopes === '' ? 'eine Berechtigung (Scope) dafür' : `der Scope ${scopes}${granular === '' ? '' : ` (oder granular: ${granular})`}`;
	const loss = textOf(scopeLosses, details['use'], '');
	return `${whose(details)} fehlt ${named}${loss === '' ? '' : `: Ohne ihn ${loss}`}.`;
};

export const scopeWords: typeof english.scopeWords = {
	title: 'Scopes für ein Token',
	intro: 'API-Token ohne Scopes brauchen das nicht. Token mit Scopes und alle Token von Dienstkonten brauchen diese Scopes.',
	abilities: { read: 'Zum Diagnostizieren', add: 'Um auch Personen hinzuzufügen' },
	kinds: { classic: 'Klassische Scopes', granular: 'Granulare Scopes' },
	classicNote:
		'Der klassische Scope, der Kunden liest, kann sie auch ändern. Wählen Sie für ein Token, das nur liest, die granularen Scopes.',
	key: 'Organisationsschlüssel mit Scopes',
	keyNote: 'Atlassian hat keinen Scope für Suche und Änderungen im Verzeichnis. Verwenden Sie dafür einen Schlüssel ohne Scopes.',
	copy: 'Kopieren',
	copied: 'Kopiert.',
	missing: 'Fehlende Scopes',
	lacks,
};

export const scopeMissingText: typeof english.scopeMissingText = (details) => ({
	happened: lacks(details),
	kept: 'Alles andere funktioniert weiterhin.',
	next:
		details['which'] === 'orgApiKey'
			? {
					window: 'Erstellen Sie einen Schlüssel mit diesem Scope oder einen ohne Scopes. Ersetzen Sie ihn dann auf der Seite der Site.',
					commandLine: 'Erstellen Sie einen Schlüssel mit diesem Scope oder einen ohne Scopes. Ersetzen Sie ihn dann mit „site tokens“.',
				}
			: details['which'] === 'signIn'
				? {
						window: 'Fügen Sie der App diesen Scope hinzu. Melden Sie sich dann auf der Seite der Site erneut an.',
						commandLine: 'Fügen Sie der App diesen Scope hinzu. Melden Sie sich dann mit „site sign-in“ erneut an.',
					}
				: {
						window:
							'Erstellen Sie ein Token mit diesem Scope. Ersetzen Sie es dann auf der Seite der Site. „Site hinzufügen“ nennt alle Scopes.',
						commandLine:
							'Erstellen Sie ein Token mit diesem Scope. Ersetzen Sie es dann mit „site tokens“. „site add --help“ nennt alle Scopes.',
					},
});
