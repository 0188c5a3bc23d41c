import type { FailureDetails } from '../../outcome.ts';
import type * as english from '../en/scopes.ts';
import { plainDetail } from '../failure-text.ts';
import { textOf } from '../text-of.ts';

export const scopeLosses: typeof english.scopeLosses = {
	account: 'lässt sich nicht sagen, wem das Token gehört',
	rights: 'lässt sich nicht sagen, welche Rechte das Konto hat',
	people: 'bleiben Nur-Portal-Konten und Personen der Site unsichtbar',
	projects: 'ist kein Serviceprojekt zu finden',
	'request-types': 'lässt sich nicht prüfen, wer Anfragen stellen darf',
	'project-permissions': 'bleiben die Berechtigungen eines Serviceprojekts unsichtbar',
	customers: 'bleiben die Kunden eines Serviceprojekts unsichtbar',
	'customer-organisations': 'bleiben Kundenorganisationen unsichtbar',
	requests: 'ist niemand über seine Anfragen zu finden',
	'create-customers': 'lässt sich kein Kundenkonto anlegen',
	'add-customers': 'lässt sich niemand zu einem Serviceprojekt hinzufügen',
	'add-to-organisation': 'lässt sich niemand zu einer Kundenorganisation hinzufügen',
	organisations: 'ist die Organisation nicht zu finden',
	directories: 'bleiben die Verzeichnisse der Organisation unsichtbar',
	apps: 'bleiben die Apps der Site unsichtbar',
	domains: 'bleiben die verifizierten Domains unsichtbar',
	roles: 'bleiben die Rollen einzelner Personen unsichtbar',
	directory: 'bleibt das Verzeichnis unsichtbar',
	'approved-domains': 'bleiben die genehmigten Domains unsichtbar',
	'managed-accounts': 'lässt sich nicht prüfen, wer ein Konto aktivieren darf',
	'change-directory': 'lässt sich kein Zugriff wiederherstellen und keine Rolle vergeben',
	'change-managed-accounts': 'lässt sich kein verwaltetes Konto aktivieren',
};

export const doorTexts: typeof english.doorTexts = {
	site: 'ohne Scopes: an der Site angenommen',
	gateway: 'mit Scopes: am Gateway angenommen',
};

const whose = (details: FailureDetails): string =>
	details['which'] === 'orgApiKey' ? 'Dem API-Schlüssel der Organisation' : 'Dem API-Token';

const lacks = (details: FailureDetails): string => {
	const scopes = plainDetail(details, 'scopes');
	const granular = plainDetail(details, 'granular');
	const named =
		scopes === '' ? 'eine Berechtigung (Scope) dafür' : `der Scope ${scopes}${granular === '' ? '' : ` (oder fein: ${granular})`}`;
	const loss = textOf(scopeLosses, details['use'], '');
	return `${whose(details)} fehlt ${named}${loss === '' ? '' : `: Ohne ihn ${loss}`}.`;
};

export const scopeWords: typeof english.scopeWords = {
	title: 'Scopes für ein Token',
	intro: 'Ein API-Token ohne Scopes braucht nichts davon. Ein Token mit Scopes und jedes Token eines Dienstkontos braucht diese.',
	abilities: { read: 'Zum Diagnostizieren', add: 'Um auch Personen hinzuzufügen' },
	kinds: { classic: 'Klassische Scopes', granular: 'Feine Scopes' },
	classicNote:
		'Der klassische Scope, der Kunden liest, kann sie auch ändern. Für ein Token, das nur lesen kann, wählen Sie die feinen Scopes.',
	key: 'API-Schlüssel der Organisation mit Scopes',
	keyNote:
		'Für die Suche im Verzeichnis und alle Änderungen dort nennt Atlassian keinen Scope: Wählen Sie dafür einen Schlüssel ohne Scopes.',
	copy: 'Kopieren',
	copied: 'Kopiert.',
	missing: 'Fehlende Scopes',
	lacks,
};

export const scopeMissingText: typeof english.scopeMissingText = (details) => ({
	happened: lacks(details),
	kept: 'Alles, was ohne ihn geht, geht weiter.',
	next:
		details['which'] === 'orgApiKey'
			? {
					window: 'Erstellen Sie einen Schlüssel mit diesem Scope oder einen ohne Scopes; ersetzen Sie ihn dann auf der Seite der Site.',
					commandLine: 'Erstellen Sie einen Schlüssel mit diesem Scope oder einen ohne Scopes; ersetzen Sie ihn dann mit „site tokens“.',
				}
			: {
					window:
						'Erstellen Sie ein Token mit diesem Scope; ersetzen Sie es dann auf der Seite der Site. Beim Hinzufügen einer Site stehen alle Scopes.',
					commandLine:
						'Erstellen Sie ein Token mit diesem Scope; ersetzen Sie es dann mit „site tokens“. „site add --help“ nennt alle Scopes.',
				},
});
