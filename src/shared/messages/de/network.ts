import type * as english from '../en/network.ts';
import { inBrackets, plainDetail } from '../failure-text.ts';

const rowsKept = 'Bisherige Befunde sind gespeichert.';
const inWindow = 'auf der Seite „Netzwerk“';

export const networkFaultTexts: typeof english.networkFaultTexts = {
	offline: (details) => ({
		happened: `Dieser Rechner ist offline, oder der Name der Site lässt sich nicht auflösen${inBrackets(plainDetail(details, 'reason'))}.`,
		kept: rowsKept,
		next: 'Prüfen Sie Netzwerk oder VPN und versuchen Sie es dann erneut.',
	}),
	'proxy-unreachable': () => ({
		happened: 'Der Proxy ist nicht erreichbar.',
		kept: rowsKept,
		next: {
			window: `Prüfen Sie seine Adresse ${inWindow} und ob Sie mit dem Firmennetz verbunden sind.`,
			commandLine: 'Prüfen Sie seine Adresse mit „network set“ oder in HTTPS_PROXY und ob Sie mit dem Firmennetz verbunden sind.',
		},
	}),
	'proxy-kind': () => ({
		happened: 'Die Systemeinstellungen verlangen einen SOCKS-Proxy. Nur HTTP-Proxys funktionieren.',
		kept: rowsKept,
		next: {
			window: `Geben Sie den HTTP-Proxy Ihrer Firma ${inWindow} ein.`,
			commandLine: 'Legen Sie einen mit „network set --proxy URL“ fest.',
		},
	}),
	'proxy-refuses': () => ({
		happened: 'Der Proxy sperrt Anfragen an diese Adresse.',
		kept: rowsKept,
		next: 'Bitten Sie Ihre Netzwerkabteilung, *.atlassian.net, api.atlassian.com und auth.atlassian.com freizugeben.',
	}),
	'proxy-login-needed': () => ({
		happened: 'Der Proxy verlangt eine Anmeldung oder hat die gespeicherte abgelehnt.',
		kept: rowsKept,
		next: { window: `Geben Sie Benutzer und Passwort ${inWindow} ein.`, commandLine: 'Geben Sie sie mit „network set --user NAME“ an.' },
	}),
	'proxy-address-invalid': () => ({
		happened: 'Das ist keine Proxy-Adresse.',
		next: 'Geben Sie sie als http://proxy.example:3128 ein, ohne Benutzer und Passwort.',
	}),
	'certificate-untrusted': (details) => {
		const issuer = plainDetail(details, 'issuer');
		const by = issuer === '' ? '' : ` Aussteller: „${issuer}“.`;
		return {
			happened: `Das Zertifikat der Site ist nicht vertrauenswürdig${inBrackets(plainDetail(details, 'reason'))}.${by}`,
			kept: 'Es wurde nichts gesendet.',
			next: {
				window: `Wenn Ihre Firma TLS-Verbindungen prüft, lassen Sie sich das Stammzertifikat von Ihrer IT geben. Fügen Sie es dem Zertifikatsspeicher des Systems hinzu oder wählen Sie die Datei ${inWindow}.`,
				commandLine:
					'Wenn Ihre Firma TLS-Verbindungen prüft, lassen Sie sich das Stammzertifikat von Ihrer IT geben. Fügen Sie es dem Zertifikatsspeicher des Systems hinzu oder verwenden Sie „network set --certificate DATEI“.',
			},
		};
	},
	'private-address': () => ({
		happened: 'Der Name der Site führt zu einer privaten Adresse in Ihrem Netz. Bei Sites von Atlassian ist das nie so.',
		kept: 'Es wurde nichts gesendet.',
		next: {
			window: `Fragen Sie Ihre Netzwerkabteilung. Wenn ein Gateway Ihrer Firma für Atlassian antwortet, erlauben Sie es ${inWindow}.`,
			commandLine:
				'Fragen Sie Ihre Netzwerkabteilung. Wenn ein Gateway Ihrer Firma für Atlassian antwortet, verwenden Sie „network set --allow-private-addresses“.',
		},
	}),
	'certificate-file-unusable': () => ({
		happened: 'Die Datei enthält kein lesbares Zertifikat.',
		next: 'Verwenden Sie eine PEM-Datei. Sie beginnt mit -----BEGIN CERTIFICATE-----.',
	}),
	'blocked-by-filter': () => ({
		happened: 'Statt einer Antwort von Atlassian kam eine Webseite, von einem Firmenfilter oder einem Netz, das eine Anmeldung verlangt.',
		kept: rowsKept,
		next: 'Öffnen Sie die Site auf diesem Rechner in einem Browser, um die Seite zu sehen. Bitten Sie Ihre Netzwerkabteilung, *.atlassian.net, api.atlassian.com und auth.atlassian.com freizugeben.',
	}),
};

export const networkModeTexts: typeof english.networkModeTexts = {
	system: 'Systemeinstellungen',
	none: 'Kein Proxy',
	proxy: 'Eigener Proxy',
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
	intro: 'Wie dieser Rechner sich mit Atlassian verbindet. Zertifikate werden immer geprüft.',
	mode: 'Proxy',
	proxy: 'Proxy-Adresse',
	proxyHint: 'Zum Beispiel http://proxy.example:3128',
	bypass: 'Proxy umgehen für',
	bypassHint: 'Rechnernamen, durch Kommas getrennt, z. B. .acme.example',
	user: 'Proxy-Benutzer',
	password: 'Proxy-Passwort',
	passwordHint: 'Wird im Schlüsselbund gespeichert. Leer lassen, um das bisherige zu behalten.',
	certificate: 'Weitere Zertifikate',
	certificateHint: 'PEM-Datei. Nur nötig, wenn das Stammzertifikat Ihrer Firma nicht im Systemspeicher liegt.',
	chooseCertificate: 'Datei wählen …',
	removeCertificate: 'Entfernen',
	noCertificate: 'Keine',
	allowPrivateAddresses: 'Private Adressen für Namen von Sites zulassen',
	allowPrivateAddressesHint: 'Nur, wenn ein Gateway Ihrer Firma für Atlassian antwortet. Zertifikate werden trotzdem geprüft.',
	save: 'Speichern',
	saved: 'Netzwerkeinstellungen gespeichert.',
	check: 'Verbindung prüfen',
	checkHint: 'Prüft jeden Schritt der Verbindung zu einer Site und zeigt, welcher fehlschlägt.',
	site: 'Site',
	noProxy: 'keine',
	inspected: (issuer) => `Zertifikat ausgestellt von ${issuer}.`,
	whole: 'Die Verbindung funktioniert.',
	states: { ok: 'OK', failed: 'Fehlgeschlagen', skipped: '–' },
};
