import type { certaintyTexts as englishCertainties, remedyTexts as englishRemedies } from '../en/terms.ts';
import type * as en from '../en/terms.ts';

export const certaintyTexts: typeof englishCertainties = {
	proven: { label: 'Belegt', meaning: 'Eine Antwort der Site oder ein Export belegt es.' },
	likely: { label: 'Vermutet', meaning: 'Geschlussfolgert; siehe Belege.' },
	unknown: { label: 'Unbekannt', meaning: 'Die verfügbaren Daten reichen nicht aus.' },
};

export const remedyTexts: typeof englishRemedies = {
	'add-to-desk': 'Zum Serviceprojekt hinzufügen.',
	'create-and-add': 'Kundenkonto erstellen und hinzufügen.',
	'restore-access': 'Zugriff wiederherstellen, Kundenrolle vergeben, dann hinzufügen.',
	'invite-with-role': 'Mit der Kundenrolle einladen.',
	'grant-customer-role': 'Kundenrolle vergeben.',
	'reactivate-portal-account': 'Portalkonto reaktivieren.',
	'open-customer-access': 'Kundenzugang öffnen.',
	'approve-domain': 'Domain genehmigen.',
	'ask-owning-organisation': 'Die verwaltende Organisation anschreiben.',
	'enable-managed-account': 'Verwaltetes Konto reaktivieren.',
	'replace-with-portal-account': 'Das Konto hier entfernen und die Person mit einem Portalkonto hinzufügen.',
	'add-to-organisation': 'Zur Kundenorganisation aus der Liste hinzufügen.',
	'enable-in-identity-provider': 'Im Identitätsanbieter aktivieren.',
	'ask-person-to-reactivate': 'Die Person bitten, die Löschung abzubrechen.',
	'ask-person-to-verify': 'Die Person bitten, die E-Mail-Adresse zu bestätigen.',
	'contact-atlassian': 'Den Atlassian Support kontaktieren.',
	'cancel-deletion': 'Löschung abbrechen.',
	'migrate-portal-account': 'Portalkonto migrieren.',
	'fix-desk-permission': 'Kunden ihre Projektberechtigungen geben.',
	'fix-row': 'Zeile korrigieren.',
	'accept-suggestion': 'Vorgeschlagene Adresse übernehmen.',
};

export const stateTexts: typeof en.stateTexts = {
	running: 'Läuft',
	stopped: 'Abgebrochen',
	finished: 'Fertig',
};

export const stepTexts: typeof en.stepTexts = {
	connecting: 'Verbindung zur Site wird hergestellt',
	'reading-accounts': 'Konten der Site werden gelesen',
	checking: 'Adressen werden geprüft',
	done: 'Fertig',
};

export const managementTexts: typeof en.managementTexts = {
	centralized: 'Zentralisiert',
	original: 'Ursprünglich',
};

export const cleanedTexts: typeof en.cleanedTexts = {
	'surrounding-space': 'Leerzeichen davor und dahinter',
	'upper-case': 'Großbuchstaben',
	'other-cell': 'was sonst in den Zellen steht',
	'display-name': 'ein Anzeigename',
	mailto: 'ein „mailto:“',
	'surrounding-quotes': 'Anführungszeichen oder Klammern darum',
	'trailing-punctuation': 'Satzzeichen am Ende',
	'full-width': 'Zeichen in voller Breite',
	'international-domain': 'die internationale Schreibweise der Domain',
};

/** A character that nobody sees, by its name. */
export const invisibleText: typeof en.invisibleText = (name) => `ein unsichtbares Zeichen (${name})`;

/** Names of the permissions Jira answers with. */
export const permissionTexts: typeof en.permissionTexts = {
	ADMINISTER: 'Jira verwalten',
	SYSTEM_ADMIN: 'Systemadministrator',
	USER_PICKER: 'Benutzer und Gruppen durchsuchen',
	BROWSE_PROJECTS: 'Projekte durchsuchen',
	ADMINISTER_PROJECTS: 'Projekte verwalten',
	SERVICEDESK_AGENT: 'Agent des Serviceprojekts',
	CREATE_ISSUES: 'Vorgänge erstellen',
};

export const delimiterTexts: typeof en.delimiterTexts = {
	',': 'Komma',
	';': 'Semikolon',
	'\t': 'Tabulator',
	'|': 'Senkrechter Strich',
	'': 'Eine Spalte',
};

export const otherDelimiter: typeof en.otherDelimiter = (delimiter) => `„${delimiter}“`;

export const blindQuestions: typeof en.blindQuestions = {
	directory: 'Status im Verzeichnis: gesperrt, nicht eingeladen oder deaktiviert',
	roles: 'Fehlende Jira-Service-Management-Rollen',
	'managed-accounts': 'Von einer anderen Organisation verwaltete Konten',
	'customer-access': 'Kundenzugang: „Internal“, „External“ und ihre Domains',
};

export const blindReasons: typeof en.blindReasons = {
	'no-org-key': 'Für diese Site gibt es keinen API-Schlüssel der Organisation.',
	'not-readable': 'Per API nicht verfügbar.',
};
