import type { causeMeanings as english } from '../en/cause-meanings.ts';

/** What a cause means, said once for everybody it concerns. */
export const causeMeanings: typeof english = {
	'already-customer': 'Diese Personen sind bereits Kunden des Serviceprojekts und haben aktive Konten. Nichts zu tun.',
	'ready-existing': 'Diese Personen haben aktive Konten. Fügen Sie sie zum Serviceprojekt hinzu.',
	'ready-new':
		'Diese Adressen haben hier kein Konto, und der Kundenzugang lässt sie zu. Beim Hinzufügen werden kostenlose Kundenkonten erstellt.',
	'access-revoked':
		'Diese Personen haben Atlassian-Konten, aber ihr Zugriff auf die Organisation ist gesperrt. Gesperrte Konten können nicht als Kunden hinzugefügt werden. Die Site weist darauf nicht hin.',
	'not-invited': 'Diese Personen haben Atlassian-Konten, sind aber nicht in dieser Organisation oder nicht im Verzeichnis dieser Site.',
	'role-missing':
		'Diese Personen haben aktive Atlassian-Konten, aber keine Jira-Service-Management-Rolle auf dieser Site. Die Kundenrolle ist kostenlos.',
	'portal-account-inactive':
		'Diese Personen haben auf dieser Site inaktive Portalkonten. Sie lassen sich nicht per API reaktivieren, nur auf der Seite „Portal-only customers“.',
	'customer-access-closed':
		'Diese Adressen haben kein Konto, und die Site erstellt keines. Im Kundenzugang sind „Internal“ und „External“ beide aus.',
	'domain-not-approved':
		'Diese Adressen haben kein Konto, und der Kundenzugang lässt ihre Domains nicht zu. Eine genehmigte Domain gibt alle ihre Adressen frei.',
	'sign-up-not-allowed': 'Die Site hat diese Konten nicht erstellt. Sie meldet, dass die Registrierung nicht verfügbar ist.',
	'managed-elsewhere':
		'Eine andere Organisation verwaltet diese Konten und hat sie deaktiviert. Nur sie kann die Konten reaktivieren. Alternativ können Sie die Konten hier entfernen; ihre Rollen und Gruppen gehen dann verloren.',
	'deactivated-here': 'Ihre Organisation verwaltet diese Konten und hat sie deaktiviert.',
	'deactivated-by-idp':
		'Ihr Identitätsanbieter hat diese Konten deaktiviert. Reaktivieren Sie sie dort; in Atlassian ist das nicht möglich.',
	'deactivated-by-person':
		'Diese Personen haben ihre Atlassian-Konten vermutlich selbst gelöscht. Die Konten sind jetzt deaktiviert und werden nach 14 Tagen gelöscht. Keine Organisation verwaltet sie.',
	'email-not-verified': 'Diese Personen haben Atlassian-Konten, deren E-Mail-Adresse nicht bestätigt ist.',
	'blocked-by-export-control': 'Atlassian hat diese Konten wegen der Exportkontrolle gesperrt. Kein Administrator kann sie reaktivieren.',
	'deletion-pending': 'Diese Konten sind zur Löschung vorgemerkt. Sie sind jetzt deaktiviert und werden nach Ablauf der Frist gelöscht.',
	'duplicate-accounts': 'Jede dieser Adressen hat zwei aktive Konten: ein Atlassian-Konto und ein Portalkonto.',
	'desk-permission-missing': 'Kunden dürfen im Serviceprojekt keine Anfragen sehen oder erstellen. Niemand kann es als Kunde nutzen.',
	'service-management-offline': 'Jira Service Management ist auf dieser Site offline. Niemand lässt sich hinzufügen.',
	'caller-lacks-rights': 'Diese Adressen konnten nicht geprüft werden. Dem Konto des API-Tokens fehlen Berechtigungen.',
	'invalid-address': 'Diese Zeilen haben keine gültige E-Mail-Adresse. Korrigieren Sie sie in der Liste.',
	'probable-typo':
		'Die Domain dieser Adressen weicht um ein oder zwei Buchstaben von einer bekannten ab. Zu ihnen gibt es kein Konto. Das Konto einer vertippten Adresse gehört niemandem.',
	'repeated-row': 'Diese Adressen stehen mehrfach in der Liste. Jede wurde einmal geprüft. Der Befund steht bei ihrer ersten Zeile.',
	undetermined:
		'Die verfügbaren Daten zeigen nicht, warum diese Adressen nicht hinzugefügt werden können. Die Belege jeder Zeile zeigen, was geprüft wurde und was ohne Antwort blieb.',
	'not-checked': 'Der Prüflauf endete vor diesen Zeilen. Setzen Sie ihn fort, um sie zu prüfen.',
};
