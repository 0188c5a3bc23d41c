import type { causeMeanings as english } from '../en/cause-meanings.ts';

/** What a cause means, said once for everybody it concerns. */
export const causeMeanings: typeof english = {
	'already-customer': 'Diese Personen sind bereits Kunden des Serviceprojekts und haben aktive Konten. Es ist nichts zu tun.',
	'ready-existing': 'Diese Personen haben aktive Konten und müssen nur noch zum Serviceprojekt hinzugefügt werden.',
	'ready-new':
		'Zu diesen Adressen gibt es noch kein Konto, und der Kundenzugang der Site lässt sie zu: Beim Hinzufügen entsteht ein kostenloses Kundenkonto.',
	'access-revoked':
		'Diese Personen haben Atlassian-Konten, aber ihr Zugriff auf die Organisation ist gesperrt. Ein gesperrtes Konto kann nicht als Kunde hinzugefügt werden, und die Site sagt das nicht.',
	'not-invited': 'Diese Personen haben Atlassian-Konten, die nie auf diese Site eingeladen wurden; darum kennt die Site sie nicht.',
	'role-missing':
		'Diese Personen haben aktive Atlassian-Konten, aber keine der Rollen, mit denen ein Konto Jira Service Management auf dieser Site nutzen kann. Die Kundenrolle ist kostenlos.',
	'portal-account-inactive':
		'Diese Personen haben auf dieser Site Portalkonten, die inaktiv sind. Keine Schnittstelle von Atlassian reaktiviert sie; das geht nur von Hand auf einer Seite.',
	'customer-access-closed':
		'Zu diesen Adressen gibt es kein Konto, und die Site legt für niemanden eines an: Im Kundenzugang sind „Internal“ und „External“ beide aus.',
	'domain-not-approved':
		'Zu diesen Adressen gibt es kein Konto, und der Kundenzugang der Site lässt ihre Domains nicht zu. Eine einzige Entscheidung für eine Domain lässt alle ihre Adressen zu.',
	'sign-up-not-allowed': 'Die Site hat diese Konten nicht angelegt und sagt, dass die Registrierung nicht verfügbar ist.',
	'managed-elsewhere':
		'Diese Konten verwaltet eine andere Organisation, und sie hat sie deaktiviert. Nur diese Organisation kann sie aktivieren; die Alternative entfernt sie hier und kostet Rollen und Gruppen.',
	'deactivated-here': 'Diese Konten verwaltet Ihre eigene Organisation, und hier wurden sie deaktiviert.',
	'deactivated-by-idp':
		'Diese Konten hat Ihr Identitätsanbieter abgeschaltet. Atlassian lässt sie niemanden aktivieren; das muss dort geschehen, wo sie verwaltet werden.',
	'deactivated-by-person':
		'Diese Personen haben ihre Atlassian-Konten vermutlich selbst gelöscht: Keine Organisation verwaltet sie, und bis zum Ende der Frist von 14 Tagen sind sie deaktiviert.',
	'email-not-verified': 'Diese Personen haben Atlassian-Konten, deren E-Mail-Adresse sie nie bestätigt haben.',
	'blocked-by-export-control': 'Atlassian hat diese Konten wegen der Exportkontrolle gesperrt. Kein Administrator kann sie aktivieren.',
	'deletion-pending': 'Diese Konten sind zur Löschung vorgemerkt: Sie sind jetzt deaktiviert und nach Ablauf der Frist weg.',
	'duplicate-accounts':
		'Zu diesen Adressen gibt es je zwei Konten, ein Atlassian-Konto und ein Portalkonto, und die beiden stehen einander im Weg.',
	'desk-permission-missing':
		'Das Serviceprojekt gibt Kunden keine Berechtigung, Anfragen zu sehen oder zu stellen: Wer hinzugefügt wird, kann es nicht nutzen.',
	'service-management-offline': 'Jira Service Management ist auf dieser Site offline: Niemand lässt sich hinzufügen.',
	'caller-lacks-rights': 'Diese Adressen ließen sich nicht beurteilen: Dem abfragenden Konto fehlt ein Recht, das die Frage verlangt.',
	'invalid-address': 'In diesen Zeilen steht keine brauchbare E-Mail-Adresse. Sie müssen in der Liste berichtigt werden.',
	'probable-typo':
		'Diese Adressen sind wahrscheinlich vertippt: Ihre Domain ist nur einen oder zwei Buchstaben von einer bekannten entfernt. Nichts blockiert sie, aber ein dafür angelegtes Konto würde niemandem gehören.',
	'repeated-row': 'Diese Adressen stehen mehrfach in der Liste. Sie wurden einmal geprüft; der Befund steht bei ihrer ersten Zeile.',
	undetermined:
		'Nichts, was sich abfragen ließ, klärt, warum diese Adressen nicht hinzugefügt werden können. Was gefragt wurde und was ohne Antwort blieb, steht bei jeder von ihnen.',
	'not-checked': 'Diese Zeilen wurden nicht geprüft: Der Prüflauf endete vorher. Wird er fortgesetzt, fragt er nur nach ihnen.',
};
