import type { evidenceTopicTexts as english } from '../en/evidence.ts';

/** What was asked, without whom it was asked about. */
export const evidenceTopicTexts: typeof english = {
	directory: 'Der Eintrag im Verzeichnis der Organisation',
	role: 'Die Jira-Service-Management-Rolle auf dieser Site',
	manageable: 'Ob diese Organisation das Konto aktivieren darf',
	owner: 'Wem das Konto gehört',
	portal: 'Das Portalkonto auf dieser Site',
	reporter: 'Wer unter der Adresse Anfragen gestellt hat',
	'earlier-account': 'Ein Konto, das früher unter der Adresse zu sehen war',
	'site-account': 'Das Atlassian-Konto, wie die Site es führt',
	membership: 'Die Kundenliste des Serviceprojekts',
	'organisation-members': 'Die Mitglieder der Kundenorganisationen',
	'can-raise': 'Ob das Konto Anfragen stellen darf',
	creation: 'Was die Site sagte, als ein Konto angelegt werden sollte',
	access: 'Der Kundenzugang der Site',
	'by-hand': 'Eine Prüfung von Hand',
	inference: 'Was daraus folgt',
	address: 'Ob in der Zelle eine Adresse steht',
	repeat: 'Ob die Adresse weiter oben in der Liste steht',
	permission: 'Das Berechtigungsschema des Serviceprojekts',
	other: 'Eine andere Frage',
};
