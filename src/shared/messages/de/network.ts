import type * as english from '../en/network.ts';
import { inBrackets, plainDetail } from '../failure-text.ts';

const rowsKept = 'Jede Zeile, die ihren Befund hat, bleibt erhalten.';
const inWindow = 'auf der Seite „Netzwerk“';

export const networkFaultTexts: typeof english.networkFaultTexts = {
	offline: (details) => ({
		happened: `Dieser Rechner ist offline, oder der Name der Site ist nicht zu finden${inBrackets(plainDetail(details, 'reason'))}.`,
		kept: rowsKept,
		next: 'Prüfen Sie Netzwerk oder VPN; versuchen Sie es dann erneut.',
	}),
	'proxy-unreachable': () => ({
		happened: 'Der Proxy ist nicht zu erreichen.',
		kept: rowsKept,
		next: {
			window: `Prüfen Sie seine Adresse ${inWindow} und ob Sie im Netz der Firma sind.`,
			commandLine: 'Prüfen Sie seine Adresse mit „network set“ oder in HTTPS_PROXY und ob Sie im Netz der Firma sind.',
		},
	}),
	'proxy-refuses': () => ({
		happened: 'Der Proxy lässt Anfragen an diese Adresse nicht durch.',
		kept: rowsKept,
		next: 'Lassen Sie *.atlassian.net und api.atlassian.com von den Betreibern des Proxys freigeben.',
	}),
	'proxy-login-needed': () => ({
		happened: 'Der Proxy verlangt eine Anmeldung oder nimmt die vorhandene nicht an.',
		kept: rowsKept,
		next: { window: `Geben Sie Benutzer und Passwort ${inWindow} ein.`, commandLine: 'Geben Sie sie mit „network set --user NAME“ an.' },
	}),
	'proxy-address-invalid': () => ({
		happened: 'Das ist keine Adresse eines Proxys.',
		next: 'Geben Sie sie als http://proxy.example:3128 ein, ohne Benutzer und Passwort.',
	}),
	'certificate-untrusted': (details) => {
		const issuer = plainDetail(details, 'issuer');
		const by = issuer === '' ? '' : ` Ausgestellt hat es „${issuer}“.`;
		return {
			happened: `Dem Zertifikat, das für die Site gezeigt wird, wird nicht vertraut${inBrackets(plainDetail(details, 'reason'))}.${by}`,
			kept: 'Es wurde nichts dorthin gesendet.',
			next: {
				window: `Prüft Ihre Firma TLS-Verbindungen, bitten Sie sie um ihr Stammzertifikat: Nehmen Sie es in den Speicher des Systems auf, oder wählen Sie die Datei ${inWindow}.`,
				commandLine:
					'Prüft Ihre Firma TLS-Verbindungen, bitten Sie sie um ihr Stammzertifikat: Nehmen Sie es in den Speicher des Systems auf, oder geben Sie die Datei mit „network set --certificate DATEI“ an.',
			},
		};
	},
	'certificate-file-unusable': (details) => ({
		happened: `Die Zertifikatsdatei ist nicht lesbar oder enthält kein Zertifikat${inBrackets(plainDetail(details, 'path'))}.`,
		next: 'Wählen Sie eine Datei im PEM-Format: Sie beginnt mit -----BEGIN CERTIFICATE-----.',
	}),
	'blocked-by-filter': () => ({
		happened: 'Statt einer Antwort von Atlassian kam eine Webseite: ein Filter der Firma oder ein Netz, das zuerst eine Anmeldung will.',
		kept: rowsKept,
		next: 'Öffnen Sie die Adresse der Site hier in einem Browser, und lesen Sie, was er zeigt; lassen Sie *.atlassian.net und api.atlassian.com freigeben.',
	}),
};

export const networkModeTexts: typeof english.networkModeTexts = {
	system: 'Wie das System es vorgibt',
	none: 'Ohne Proxy',
	proxy: 'Über diesen Proxy',
};

export const connectionStepTexts: typeof english.connectionStepTexts = {
	name: 'Name',
	connection: 'Verbindung',
	proxy: 'Proxy',
	certificate: 'Zertifikat',
	site: 'Site',
	token: 'Token',
};

export const networkWords: typeof english.networkWords = {
	title: 'Netzwerk',
	intro: 'Wie dieser Rechner Atlassian erreicht. Zertifikate werden immer geprüft.',
	mode: 'Proxy',
	proxy: 'Adresse des Proxys',
	bypass: 'Nicht darüber',
	bypassHint: 'Rechnernamen mit Kommas, z. B. .acme.example',
	user: 'Benutzer am Proxy',
	password: 'Passwort',
	passwordHint: 'Liegt im Schlüsselbund. Leer: Das vorhandene bleibt.',
	certificate: 'Datei mit weiteren Zertifikaten',
	certificateHint: 'PEM, für eine Firma, die TLS prüft und nicht im Speicher des Systems steht',
	save: 'Speichern',
	saved: 'Die Netzwerkeinstellungen wurden gespeichert.',
	check: 'Verbindung prüfen',
	checkHint: 'Geht den Weg zu einer Site Schritt für Schritt und sagt, wo er endet.',
	site: 'Site',
	noProxy: 'keiner',
	inspected: (issuer) => `Zertifikat ausgestellt von ${issuer}.`,
	whole: 'Der ganze Weg ist offen.',
	states: { ok: 'offen', failed: 'endet hier', skipped: '–' },
};
