import type * as en from '../en/remedies.ts';

const inDesk = (desk: string): string => `Kunde von ${desk}.`;
const canBeAdded = (desk: string): string => `Kann mit einem neuen Plan zu ${desk} hinzugefügt werden.`;

export const remedyDetails: typeof en.remedyDetails = {
	'add-to-desk': {
		label: 'Hinzufügen',
		does: 'Das Konto der Person wird zum Serviceprojekt hinzugefügt.',
		after: inDesk,
	},
	'create-and-add': {
		label: 'Erstellen und hinzufügen',
		does: 'Für die Adresse wird ein Kundenkonto erstellt und zum Serviceprojekt hinzugefügt.',
		doesByMail:
			'Für die Adresse wird ein Kundenkonto erstellt und zum Serviceprojekt hinzugefügt. Die Person erhält eine Einladung per E-Mail.',
		after: (desk) => `Kunde von ${desk}, mit einem neuen Konto.`,
		cost: 'Gibt es schon ein Konto, wird nichts erstellt, und die Zeile erhält einen neuen Befund.',
	},
	'restore-access': {
		label: 'Zugriff wiederherstellen',
		does: 'Das gesperrte Konto wird wiederhergestellt, erhält die kostenlose Kundenrolle und wird hinzugefügt.',
		after: (desk) => `Kunde von ${desk}, mit wiederhergestelltem Zugriff.`,
		cost: 'Frühere Rollen werden mit dem Konto wiederhergestellt. Einige können kostenpflichtig sein; die Zeile nennt sie dann.',
	},
	'invite-with-role': {
		label: 'Einladen',
		does: 'Das Konto erhält nur die Kundenrolle und wird hinzugefügt. Die Person erhält keine E-Mail, auch nicht in Plänen mit Einladung per E-Mail.',
		after: (desk) => `Kunde von ${desk}, mit der kostenlosen Kundenrolle.`,
		cost: 'Einladungen werden nie zweimal gesendet. Ist das Ergebnis unbekannt, prüfen Sie es manuell.',
	},
	'grant-customer-role': {
		label: 'Rolle vergeben',
		does: 'Das Konto erhält die kostenlose Kundenrolle und wird hinzugefügt.',
		after: (desk) => `Kunde von ${desk}, mit der kostenlosen Kundenrolle.`,
	},
	'enable-managed-account': {
		label: 'Konto reaktivieren',
		does: 'Das von Ihrer Organisation verwaltete Konto wird reaktiviert, erhält die kostenlose Kundenrolle und wird hinzugefügt.',
		after: (desk) => `Kunde von ${desk}, mit einem aktiven Konto.`,
		cost: 'Das Konto funktioniert dann wieder überall, nicht nur auf dieser Site.',
	},
	'replace-with-portal-account': {
		label: 'Entfernen und ersetzen',
		does: 'Das Konto wird aus Ihrem Verzeichnis entfernt. Dann wird für die Adresse ein Portalkonto erstellt und hinzugefügt.',
		after: (desk) => `Kunde von ${desk}, mit einem Portalkonto.`,
		cost: 'Rollen und Gruppen des Kontos gehen hier verloren. Entfernte Personen ohne neues Konto werden rot angezeigt, bis das behoben ist.',
	},
	'add-to-organisation': {
		label: 'Zur Organisation hinzufügen',
		does: 'Die Person wird zur Kundenorganisation hinzugefügt, die in der Liste steht.',
		after: (desk) => `Kunde von ${desk}, in der Kundenorganisation.`,
		cost: 'Mitglieder einer Kundenorganisation können die Anfragen der anderen sehen.',
	},
	'ask-owning-organisation': {
		label: 'Nachricht schreiben',
		does: 'Eine andere Organisation verwaltet das Konto. Bitten Sie sie mit einer Nachricht um Reaktivierung, eine pro Domain.',
		after: canBeAdded,
	},
	'reactivate-portal-account': {
		label: 'Manuell reaktivieren',
		does: 'Portalkonten lassen sich nicht per API reaktivieren. Eine Person gewährt den Zugriff auf der Seite „Portal-only customers“.',
		after: canBeAdded,
	},
	'open-customer-access': {
		label: 'Kundenzugang öffnen',
		does: 'Eine Entscheidung für die ganze Site. Eine Person trifft sie auf der Seite „Customer access“.',
		after: canBeAdded,
		cost: 'Das bestimmt für die ganze Site, wer ein Konto erhalten kann, nicht nur für diese Zeilen.',
	},
	'approve-domain': {
		label: 'Domain genehmigen',
		does: 'Eine Entscheidung pro Domain. Eine Person trifft sie auf der Seite „Approved domains“.',
		after: canBeAdded,
		cost: 'Alle Adressen einer genehmigten Domain können auf dieser Site ein Konto erhalten.',
	},
	'enable-in-identity-provider': {
		label: 'Im Identitätsanbieter aktivieren',
		does: 'Eine Person aktiviert das Konto in Ihrem Identitätsanbieter.',
		after: canBeAdded,
	},
	'ask-person-to-reactivate': {
		label: 'Um Abbruch der Löschung bitten',
		does: 'Nur die Person selbst kann die Löschung ihres Kontos abbrechen.',
		after: canBeAdded,
	},
	'ask-person-to-verify': {
		label: 'Um Bestätigung der E-Mail bitten',
		does: 'Die Person öffnet den Link in der Bestätigungs-E-Mail.',
		after: canBeAdded,
	},
	'contact-atlassian': {
		label: 'Atlassian kontaktieren',
		does: 'Nur Atlassian kann die Sperre aufheben.',
		after: canBeAdded,
	},
	'cancel-deletion': {
		label: 'Löschung abbrechen',
		does: 'Eine Person bricht die Löschung auf der Seite „Managed accounts“ ab.',
		after: canBeAdded,
	},
	'migrate-portal-account': {
		label: 'Manuell migrieren',
		does: 'Eine Person migriert das Portalkonto auf der Seite „Portal-only customers“ zum Atlassian-Konto.',
		after: canBeAdded,
	},
	'fix-desk-permission': {
		label: 'Berechtigungen korrigieren',
		does: 'Eine Änderung für das ganze Serviceprojekt. Eine Person nimmt sie auf der Seite „Berechtigungen“ vor.',
		after: canBeAdded,
	},
	'fix-row': {
		label: 'Zeile korrigieren',
		does: 'Korrigieren Sie die Adresse im Prüflauf oder in Ihrer Liste.',
		after: () => 'Die Zeile kann geprüft werden.',
	},
	'accept-suggestion': {
		label: 'Tippfehler korrigieren',
		does: 'Möglicher Tippfehler. Korrigieren Sie die Adresse im Prüflauf oder in Ihrer Liste.',
		after: () => 'Die Zeile kann geprüft werden.',
	},
};

/** One change each, in the order a row says. */
export const changeTexts: typeof en.changeTexts = {
	restore: 'Konto wiederherstellen',
	enable: 'Konto reaktivieren',
	invite: 'Mit der Kundenrolle einladen',
	remove: 'Aus dem Verzeichnis entfernen',
	'assign-role': 'Kundenrolle vergeben',
	create: 'Kundenkonto erstellen',
	'invite-customer': 'Per E-Mail in das Serviceprojekt einladen',
	'add-to-desk': 'Zum Serviceprojekt hinzufügen',
	'add-to-organisation': 'Zur Kundenorganisation hinzufügen',
};
