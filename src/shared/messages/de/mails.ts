import type { mailWords as english } from '../en/mails.ts';
import { formatCount, plural } from './numbers.ts';

export const mailWords: typeof english = {
	choice: {
		title: 'Neue Konten',
		without: 'Ohne Einladungs-E-Mail',
		withoutText: 'Das Konto wird angelegt und hinzugefügt. Atlassian verschickt nichts; benachrichtigen Sie die Personen selbst.',
		with: 'Mit Einladungs-E-Mail',
		withText:
			'Atlassian lädt jede Person per E-Mail in das Serviceprojekt ein; was darin steht, bestimmt Ihre Site. Niemand bekommt sie zweimal. Wer schon ein Konto hat, wird ohne E-Mail hinzugefügt.',
	},
	willGet: (people) =>
		`${plural(people, 'Person bekommt', 'Personen bekommen')} eine Einladungs-E-Mail von Atlassian. Sie lässt sich nicht zurückholen.`,
	days: (perDay, days) =>
		`Die Site darf in 24 Stunden ${formatCount(perDay)} verschicken. Danach hält der Plan an und zeigt, wann Sie fortsetzen können: insgesamt ${plural(days, 'Tag', 'Tage')}.`,
	budget: {
		title: 'Einladungs-E-Mails',
		intro:
			'Im kostenlosen Tarif verschickt Jira Service Management 100 E-Mails am Tag. Pläne auf dieser Site verschicken in 24 Stunden nie mehr Einladungen als hier steht.',
		label: 'E-Mails in 24 Stunden',
		state: (perDay, sent, isSet) =>
			`${formatCount(perDay)} in 24 Stunden${isSet ? '' : ' (Standard)'}, davon ${formatCount(sent)} in den letzten 24 Stunden verschickt`,
		save: 'Speichern',
		useDefault: 'Standard verwenden',
		saved: (site, perDay) => `Gespeichert: ${site} verschickt in 24 Stunden höchstens ${formatCount(perDay)} Einladungs-E-Mails.`,
	},
};
