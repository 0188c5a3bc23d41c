import type * as en from '../en/terms.ts';

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
	directory: 'Wer im Verzeichnis steht: gesperrt, nicht eingeladen, deaktiviert',
	roles: 'Wem eine Jira-Service-Management-Rolle fehlt',
	'managed-accounts': 'Wessen Konto eine andere Organisation verwaltet',
	'customer-access': 'Kundenzugang: „Internal“, „External“ und ihre Domains',
};

export const blindReasons: typeof en.blindReasons = {
	'no-org-key': 'Für diese Site gibt es keinen API-Schlüssel der Organisation.',
	'not-readable': 'Keine Schnittstelle verrät es.',
};
