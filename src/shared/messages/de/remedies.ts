import type * as en from '../en/remedies.ts';

const inDesk = (desk: string): string => `Kunde von ${desk}.`;
const canBeAdded = (desk: string): string => `Kann zu ${desk} hinzugefügt werden: Erstellen Sie dann einen neuen Plan dafür.`;

export const remedyDetails: typeof en.remedyDetails = {
	'add-to-desk': {
		label: 'Hinzufügen',
		does: 'Das Konto der Person wird zum Serviceprojekt hinzugefügt.',
		after: inDesk,
	},
	'create-and-add': {
		label: 'Anlegen und hinzufügen',
		does: 'Für die Adresse wird ein Kundenkonto angelegt und zum Serviceprojekt hinzugefügt.',
		after: (desk) => `Kunde von ${desk}, mit einem neuen Konto.`,
		cost: 'Stellt sich heraus, dass es schon ein Konto gibt, wird nichts angelegt: Die Zeile bekommt einen neuen Befund.',
	},
	'restore-access': {
		label: 'Zugriff wiederherstellen',
		does: 'Das gesperrte Konto wird wiederhergestellt, bekommt die kostenlose Kundenrolle und wird hinzugefügt.',
		after: (desk) => `Kunde von ${desk}, mit wiederhergestelltem Zugriff.`,
		cost: 'Frühere Rollen kommen mit dem Konto zurück, und manche davon können berechnet werden. Sie werden danach gelesen; kostenpflichtige stehen bei der Zeile.',
	},
	'invite-with-role': {
		label: 'Einladen',
		does: 'Die Adresse wird allein mit der Kundenrolle und ohne E-Mail eingeladen und hinzugefügt.',
		after: (desk) => `Kunde von ${desk}, mit der kostenlosen Kundenrolle.`,
		cost: 'Eine Einladung wird nie zweimal gesendet: Lässt sich ihr Ausgang nicht feststellen, muss jemand nachsehen.',
	},
	'grant-customer-role': {
		label: 'Rolle vergeben',
		does: 'Das Konto bekommt die kostenlose Kundenrolle und wird hinzugefügt.',
		after: (desk) => `Kunde von ${desk}, mit der kostenlosen Kundenrolle.`,
	},
	'enable-managed-account': {
		label: 'Konto aktivieren',
		does: 'Das von Ihrer Organisation verwaltete Konto wird aktiviert, bekommt die kostenlose Kundenrolle und wird hinzugefügt.',
		after: (desk) => `Kunde von ${desk}, mit einem aktiven Konto.`,
		cost: 'Das Konto funktioniert dann wieder überall, nicht nur auf dieser Site.',
	},
	'replace-with-portal-account': {
		label: 'Entfernen und ersetzen',
		does: 'Das Konto wird aus Ihrem Verzeichnis entfernt; dann wird für die Adresse ein Portalkonto angelegt und hinzugefügt.',
		after: (desk) => `Kunde von ${desk}, mit einem reinen Portalkonto.`,
		cost: 'Rollen und Gruppen, die das Konto hier hat, gehen verloren. Wer entfernt wurde und noch kein neues Konto hat, wird rot angezeigt, bis es erledigt ist.',
	},
	'add-to-organisation': {
		label: 'Zur Organisation hinzufügen',
		does: 'Die Person wird zur Kundenorganisation hinzugefügt, die in der Liste steht.',
		after: (desk) => `Kunde von ${desk}, in der Kundenorganisation.`,
		cost: 'Mitglieder einer Kundenorganisation können die Anfragen der anderen sehen.',
	},
	'ask-owning-organisation': {
		label: 'Nachricht schreiben',
		does: 'Das Konto verwaltet eine andere Organisation. Eine Nachricht bittet sie, es zu aktivieren: kopieren oder speichern, eine je Domain.',
		after: canBeAdded,
	},
	'reactivate-portal-account': {
		label: 'Von Hand reaktivieren',
		does: 'Keine Schnittstelle reaktiviert ein Portalkonto: Das geht nur von Hand auf einer Seite.',
		after: canBeAdded,
	},
	'open-customer-access': {
		label: 'Kundenzugang öffnen',
		does: 'Eine Entscheidung für die ganze Site, von Hand auf einer Seite.',
		after: canBeAdded,
		cost: 'Sie bestimmt, wer auf dieser Site ein Konto bekommen kann, nicht nur für diese Zeilen.',
	},
	'approve-domain': {
		label: 'Domain genehmigen',
		does: 'Eine Entscheidung je Domain, von Hand auf einer Seite.',
		after: canBeAdded,
		cost: 'Alle Adressen einer genehmigten Domain können auf dieser Site ein Konto bekommen.',
	},
	'enable-in-identity-provider': {
		label: 'Im IdP aktivieren',
		does: 'Jemand aktiviert das Konto in Ihrem Identitätsanbieter.',
		after: canBeAdded,
	},
	'ask-person-to-reactivate': {
		label: 'Löschung abbrechen lassen',
		does: 'Nur die Person selbst kann die Löschung ihres Kontos abbrechen.',
		after: canBeAdded,
	},
	'ask-person-to-verify': {
		label: 'E-Mail bestätigen lassen',
		does: 'Die Person öffnet den Link in der Bestätigungsmail.',
		after: canBeAdded,
	},
	'contact-atlassian': {
		label: 'Atlassian anschreiben',
		does: 'Nur Atlassian kann die Sperre aufheben.',
		after: canBeAdded,
	},
	'cancel-deletion': {
		label: 'Löschung abbrechen',
		does: 'Jemand bricht die Löschung des Kontos auf einer Seite ab.',
		after: canBeAdded,
	},
	'migrate-portal-account': {
		label: 'Von Hand migrieren',
		does: 'Jemand migriert das Portalkonto auf einer Seite zum Atlassian-Konto.',
		after: canBeAdded,
	},
	'fix-desk-permission': {
		label: 'Berechtigung vergeben',
		does: 'Eine Änderung für das ganze Serviceprojekt, von Hand auf einer Seite.',
		after: canBeAdded,
	},
	'fix-row': {
		label: 'Zeile berichtigen',
		does: 'Die Adresse muss in der Liste berichtigt und die Liste dann erneut importiert werden.',
		after: () => 'Eine Zeile, die geprüft werden kann.',
	},
	'accept-suggestion': {
		label: 'Tippfehler berichtigen',
		does: 'Die Adresse ist wahrscheinlich vertippt. Berichtigen Sie sie in der Liste, und importieren Sie die Liste erneut.',
		after: () => 'Eine Zeile, die geprüft werden kann.',
	},
};

/** One change each, in the order a row says. */
export const changeTexts: typeof en.changeTexts = {
	restore: 'Konto wiederherstellen',
	enable: 'Konto aktivieren',
	invite: 'Mit der Kundenrolle einladen',
	remove: 'Aus dem Verzeichnis entfernen',
	'assign-role': 'Kundenrolle vergeben',
	create: 'Kundenkonto anlegen',
	'invite-customer': 'Per E-Mail in das Serviceprojekt einladen',
	'add-to-desk': 'Zum Serviceprojekt hinzufügen',
	'add-to-organisation': 'Zur Kundenorganisation hinzufügen',
};
