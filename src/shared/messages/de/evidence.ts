import type { evidenceTopicTexts as english } from '../en/evidence.ts';

/** What was asked, without whom it was asked about. */
export const evidenceTopicTexts: typeof english = {
	directory: 'Eintrag im Verzeichnis',
	role: 'Jira-Service-Management-Rolle',
	manageable: 'Berechtigung dieser Organisation, das Konto zu verwalten',
	owner: 'Verwaltende Organisation des Kontos',
	portal: 'Portalkonto',
	reporter: 'Autor von Anfragen mit dieser Adresse',
	'earlier-account': 'Früher mit dieser Adresse gesehenes Konto',
	'site-account': 'Atlassian-Konto auf der Site',
	membership: 'Kundenliste des Serviceprojekts',
	'organisation-members': 'Mitglieder der Kundenorganisationen',
	'can-raise': 'Berechtigung, Anfragen zu erstellen',
	creation: 'Antwort der Site beim Erstellen eines Kontos',
	access: 'Kundenzugang',
	'by-hand': 'Manuelle Prüfung',
	inference: 'Schlussfolgerung',
	address: 'Adresse in der Zelle',
	repeat: 'Duplikat in der Liste',
	permission: 'Berechtigungsschema des Serviceprojekts',
	other: 'Andere Prüfung',
};
