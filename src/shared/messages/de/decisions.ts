import type * as en from '../en/decisions.ts';
import { plural } from './numbers.ts';

const accounts = (many: number): string => plural(many, 'Konto', 'Konten');

export const bothDecisions: typeof en.bothDecisions = (one, other) => `${one} und: ${other}`;

/** What one person can decide. `domain` is empty where the decision is for everybody. */
export const decisionTexts: typeof en.decisionTexts = {
	'tick-internal': () => 'Im Kundenzugang „Internal“ aktivieren',
	'tick-external': () => 'Im Kundenzugang „External“ aktivieren',
	'approve-domain': (domain) => `Die Domain ${domain} genehmigen`,
	'restore-access': (_domain, rows) => `Für ${accounts(rows)} den Zugriff wiederherstellen`,
	'grant-customer-role': (_domain, rows) => `${accounts(rows)} die kostenlose Kundenrolle geben`,
	'invite-with-role': (_domain, rows) => `${accounts(rows)} mit der kostenlosen Kundenrolle einladen`,
	'enable-managed-account': (_domain, rows) =>
		`${plural(rows, 'von Ihrer Organisation verwaltetes Konto', 'von Ihrer Organisation verwaltete Konten')} reaktivieren`,
	'reactivate-portal-account': (_domain, rows) => `${plural(rows, 'Portalkonto', 'Portalkonten')} reaktivieren`,
	'ask-owning-organisation': (domain, rows) => `Die Administratoren von ${domain} bitten, ${accounts(rows)} zu reaktivieren`,
	'enable-in-identity-provider': (_domain, rows) => `${accounts(rows)} im Identitätsanbieter aktivieren`,
	'cancel-deletion': (_domain, rows) => `Die Löschung von ${accounts(rows)} abbrechen`,
	'migrate-portal-account': (_domain, rows) => `${plural(rows, 'doppeltes Portalkonto', 'doppelte Portalkonten')} migrieren`,
	'accept-suggestion': (domain) => `Die vertippte Domain ${domain} korrigieren`,
};
