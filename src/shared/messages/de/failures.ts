import type { FailureDetails } from '../../outcome.ts';
import {
	addressProblemText,
	inBrackets,
	mapExample,
	numbered,
	plainDetail,
	possibleMeanings,
	say,
	type Sentence,
	textOf,
	timeIn,
	valuesExample,
	type WindowFailureCode,
} from '../failure-text.ts';
import { auditDifferenceText } from './audit.ts';
import { addressProblems } from './import.ts';
import { adminFileFaultText } from './admin-file-faults.ts';
import { networkFaultTexts } from './network.ts';
import { scopeMissingText } from './scopes.ts';
import { signInFaultTexts } from './sign-in.ts';
import { snapshotFaultText } from './snapshot-faults.ts';
import { adminFileKindTexts } from './snapshots.ts';
import { permissionTexts } from './terms.ts';

const listKept = 'Nichts wurde gespeichert und keine Site kontaktiert.';
const adminFileKept = 'Zu einem Snapshot wurde nichts hinzugefügt.';
const changesKept = 'Alle bisherigen Änderungen sind protokolliert.';
const againFrom = (details: FailureDetails): string => {
	const time = timeIn(details, 'resumeAt', 'de');
	return `Prüfen Sie status.atlassian.com und versuchen Sie es ${time === null ? 'dann' : `nach ${time} Uhr`} erneut.`;
};

const rowsKept = 'Die bisherigen Befunde sind gespeichert.';
const nothingChanged = 'Nichts wurde geändert.';

/** A detail in quotes, several without, or a plain word where the Node side named none. */
const named = (details: FailureDetails, key: string, otherwise: string): string => {
	const value = details[key];
	return value === undefined ? otherwise : Array.isArray(value) ? plainDetail(details, key) : `„${String(value)}“`;
};

/** `. Vorhanden: A, B` after what there is not. */
const thereAre = (details: FailureDetails, key: string): string => {
	const some = plainDetail(details, key);
	return some === '' ? '' : `. Vorhanden: ${some}`;
};

const because = (details: FailureDetails): string => inBrackets(plainDetail(details, 'reason'));

/** Where values stand that nobody has said the meaning of. */
const whereFound = (details: FailureDetails): string => {
	const { column } = details;
	if (column === undefined) return '';
	const line = plainDetail(details, 'line');
	return column === '' ? ` neben Personen (Zeile ${line})` : ` in der Spalte ${named(details, 'column', '')} (zuerst in Zeile ${line})`;
};

const inLine = (details: FailureDetails): string => {
	const row = numbered(details, 'row');
	return row === null ? '' : ` (Zeile ${row})`;
};

const withStatus = (details: FailureDetails): string => {
	const status = numbered(details, 'status');
	return status === null ? '' : ` (${status})`;
};

const missingRights = (details: FailureDetails): string => {
	const rights = details['permissions'] ?? details['rights'] ?? details['missing'];
	const names = (Array.isArray(rights) ? rights : rights === undefined ? [] : [rights]).map((right) =>
		textOf(permissionTexts, right, String(right)),
	);
	if (names.length > 0) return ` ${names.length === 1 ? 'Es fehlt' : 'Es fehlen'}: ${names.join(', ')}.`;
	return details['call'] === undefined ? '' : ` Abgelehnt: ${plainDetail(details, 'call')}.`;
};

const kindTexts: Readonly<Record<string, string>> = {
	xls: 'Das ist eine alte Excel-Arbeitsmappe (.xls).',
	xlsb: 'Das ist eine binäre Arbeitsmappe (.xlsb).',
	ods: 'Das ist eine OpenDocument-Tabelle (.ods).',
	numbers: 'Das ist eine Numbers-Tabelle.',
	html: 'Das ist trotz des Dateinamens eine Webseite.',
	xml: 'Das ist eine XML-Datei.',
	docx: 'Das ist ein Word-Dokument (.docx).',
	doc: 'Das ist ein altes Word-Dokument (.doc).',
	odt: 'Das ist ein OpenDocument-Text (.odt).',
	pptx: 'Das ist eine PowerPoint-Präsentation (.pptx).',
	ppt: 'Das ist eine alte PowerPoint-Präsentation (.ppt).',
	msg: 'Das ist eine Outlook-Nachricht (.msg).',
	office: 'Das ist eine alte Office-Datei ohne Arbeitsmappe darin.',
	pdf: 'Das ist eine PDF-Datei.',
	zip: 'Das ist ein ZIP-Archiv ohne Arbeitsmappe darin.',
};

export const failureTexts: Record<WindowFailureCode, Sentence> = {
	'list-not-found': (details) =>
		details['path'] === undefined
			? {
					happened: 'Diese Liste ist nicht mehr geöffnet.',
					kept: 'Die Datei auf Ihrem Datenträger ist unverändert.',
					next: 'Wählen Sie die Datei erneut.',
				}
			: { happened: `Datei ${named(details, 'path', '')} nicht gefunden.`, next: 'Prüfen Sie ihren Namen und ihren Ordner.' },
	'list-empty': say('Diese Datei ist leer.', 'Wählen Sie eine Datei mit Kopfzeile und einer Adresse pro Zeile.', listKept),
	'nobody-noteworthy': say(
		'Niemand im Snapshot ist gesperrt, deaktiviert, ohne Rolle oder hat doppelte Konten.',
		'Es gibt nichts zu diagnostizieren. Sie können trotzdem eine Liste dagegen prüfen.',
	),
	'list-binary': ({ kind }) => ({
		happened:
			kindTexts[String(kind)] ??
			`Das ist weder eine Arbeitsmappe noch eine Textdatei.${kind === undefined ? '' : ` Dateityp: ${String(kind)}.`}`,
		kept: listKept,
		next: 'Falls eine Tabellenkalkulation sie öffnen kann, speichern Sie sie dort als .xlsx und wählen Sie diese Datei.',
	}),
	'list-encrypted': say(
		'Diese Arbeitsmappe ist kennwortgeschützt.',
		'Speichern Sie eine Kopie ohne Kennwort und wählen Sie diese.',
		listKept,
	),
	'list-damaged': (details) => ({
		happened: `Diese Arbeitsmappe ist beschädigt oder unvollständig${because(details)}.`,
		kept: listKept,
		next: 'Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie als .xlsx und wählen Sie sie erneut.',
	}),
	'list-uncalculated': ({ count }) => ({
		happened: `${String(count ?? 'Einige')} Zellen dieser Mappe enthalten Formeln, deren Ergebnisse nie gespeichert wurden.`,
		kept: listKept,
		next: 'Öffnen Sie sie in Excel oder LibreOffice, speichern Sie sie und wählen Sie sie erneut.',
	}),
	'list-too-slow': ({ reason }) => ({
		happened: reason === 'memory' ? 'Das Lesen dieser Datei braucht zu viel Speicher.' : 'Das Lesen dieser Datei dauert zu lange.',
		kept: listKept,
		next: 'Öffnen Sie sie in einem Tabellenprogramm, kopieren Sie die Personen in eine neue Datei, speichern Sie diese als .xlsx oder CSV und wählen Sie sie.',
	}),
	'sheet-not-found': (details) => ({
		happened: `Die Arbeitsmappe hat kein Blatt ${named(details, 'sheet', 'dieses Namens')}${thereAre(details, 'sheets')}.`,
		next: { window: 'Wählen Sie ein anderes Blatt.', commandLine: 'Geben Sie mit --sheet ein anderes an.' },
	}),
	'line-not-found': ({ line }) => ({
		happened: line === undefined ? 'Die Liste hat keine solche Zeile.' : `Die Liste hat keine Zeile ${String(line)}.`,
		next: { window: 'Wählen Sie eine andere Zeile für die Spaltentitel.', commandLine: 'Geben Sie mit --header-line eine andere an.' },
	}),
	'address-invalid': (details) => ({
		happened: addressProblemText(addressProblems, details, 'Das ist keine E-Mail-Adresse.'),
		next: 'Korrigieren Sie die Adresse. Die Zeile bleibt, wie sie war.',
	}),
	'row-in-plan': say(
		'Ein Plan enthält diese Zeile, daher bleibt ihre Adresse.',
		'Importieren Sie die korrigierte Adresse als neue Liste.',
		'Die Zeile bleibt, wie sie war.',
	),
	'list-header-only': say(
		'Diese Datei hat eine Kopfzeile, aber keine Zeilen.',
		'Wählen Sie eine Datei mit mindestens einer Zeile.',
		listKept,
	),
	'list-without-addresses': say(
		'Keine Spalte dieser Datei enthält E-Mail-Adressen.',
		{
			window: 'Prüfen Sie, ob es die richtige Datei ist und ob die Adressen in einer eigenen Spalte stehen.',
			commandLine: 'Prüfen Sie, ob es die richtige Datei ist, oder geben Sie die Spalte mit --email-column an.',
		},
		listKept,
	),
	'list-too-large': ({ unpacked }) => ({
		happened: unpacked ? 'Diese Arbeitsmappe ist entpackt zu groß.' : 'Diese Datei ist größer als 64 MB.',
		kept: listKept,
		next: 'Teilen Sie sie auf oder entfernen Sie nicht benötigte Spalten.',
	}),
	'list-too-many-rows': say('Diese Datei hat mehr als 1.000.000 Zeilen.', 'Teilen Sie sie in kleinere Dateien auf.', listKept),
	'list-too-many-columns': (details) => ({
		happened: `In dieser Datei hat eine Zeile mehr als 256 Spalten${inLine(details)}.`,
		kept: listKept,
		next: 'Prüfen Sie das Trennzeichen oder entfernen Sie nicht benötigte Spalten.',
	}),
	'list-cell-too-large': (details) => ({
		happened: `Eine Zelle dieser Datei ist größer als 32 KB${inLine(details)}.`,
		kept: listKept,
		next: 'Prüfen Sie, ob in dieser Zeile ein Anführungszeichen nicht geschlossen ist.',
	}),
	'list-unreadable': (details) => ({
		happened: `Die Datei ließ sich nicht als Liste lesen${because(details)}.`,
		kept: listKept,
		next: 'Speichern Sie sie als CSV (UTF-8) und wählen Sie sie erneut.',
	}),
	'column-not-found': (details) => ({
		happened: `Die Liste hat keine Spalte ${named(details, 'column', 'dieses Namens')}${thereAre(details, 'columns')}.`,
		kept: listKept,
		next: { window: 'Wählen Sie die Spalten erneut.', commandLine: 'Geben Sie mit --email-column eine andere an.' },
	}),
	'site-address-invalid': ({ host }) =>
		host === undefined
			? {
					happened: 'Das ist nicht die Adresse einer Atlassian-Cloud-Site.',
					next: 'Geben Sie sie als https://ihre-site.atlassian.net ein.',
				}
			: {
					happened: `${String(host)} ist nicht die Adresse einer Atlassian-Cloud-Site. Es kann die eigene Domain eines Hilfezentrums sein.`,
					next: 'Geben Sie die Adresse an, die auf .atlassian.net endet: admin.atlassian.com nennt sie unter Apps.',
				},
	'site-loopback-refused': say(
		'Adressen auf diesem Rechner sind nur für die Demo-Site erlaubt.',
		'Geben Sie https://ihre-site.atlassian.net ein, oder starten Sie mit --allow-loopback.',
	),
	'site-not-found': (details) => ({
		happened: `Site ${named(details, details['site'] === undefined ? 'name' : 'site', 'dieses Namens')} auf diesem Rechner nicht gefunden.`,
		next: { window: 'Fügen Sie sie unter Sites hinzu.', commandLine: '„site list“ zeigt alle Sites, „site add“ fügt eine hinzu.' },
	}),
	'day-in-future': say(
		'Dieses Datum liegt in der Zukunft.',
		'Geben Sie den Tag an, an dem die Datei exportiert wurde.',
		'Nichts wurde hinzugefügt.',
	),
	'client-not-found': (details) => ({
		happened: `Keine Site auf diesem Rechner gehört zu ${named(details, 'client', 'diesem Auftraggeber')}.`,
		next: { window: 'Prüfen Sie die Auftraggeber unter Sites.', commandLine: '„site list“ zeigt jede Site mit ihrem Auftraggeber.' },
	}),
	'site-name-taken': say('Eine Site mit diesem Namen gibt es bereits.', 'Entfernen Sie sie zuerst oder wählen Sie einen anderen Namen.'),
	'site-read-only': say(
		'Diese Site ist schreibgeschützt. Pläne lassen sich nicht ausführen.',
		{
			window: 'Übergeben Sie den Plan oder deaktivieren Sie „Schreibgeschützt“ auf der Seite der Site.',
			commandLine: 'Übergeben Sie den Plan oder erlauben Sie Änderungen mit „site read-only NAME --off“.',
		},
		'Nichts wurde gesendet.',
	),
	'site-address-only': (details) => ({
		happened: `Für ${named(details, 'site', 'diese Site')} ist kein Konto hinterlegt, deshalb kann sie nicht abgefragt werden.`,
		kept: 'Es wurde nichts gesendet.',
		next: {
			window: 'Prüfen Sie die Liste gegen einen Snapshot, oder geben Sie auf der Seite der Site ein Konto und sein API-Token ein.',
			commandLine:
				'Prüfen Sie die Liste gegen einen Snapshot (--snapshot), oder hinterlegen Sie ein Konto mit „site tokens NAME --email ADRESSE“.',
		},
	}),
	'token-missing': (details) => ({
		happened: `Auf diesem Rechner gibt es kein ${details['which'] === 'clientSecret' ? 'Client-Secret' : 'API-Token'} für ${named(details, 'site', 'diese Site')}.`,
		kept: rowsKept,
		next: {
			window: 'Geben Sie es auf der Seite der Site ein, unter „Verbindung“.',
			commandLine:
				details['which'] === 'clientSecret'
					? 'Geben Sie es mit „site sign-in --oauth“ ein, oder setzen Sie INVITE_DOCTOR_CLIENT_SECRET.'
					: 'Hinterlegen Sie es mit „site tokens“, oder setzen Sie INVITE_DOCTOR_EMAIL und INVITE_DOCTOR_API_TOKEN.',
		},
	}),
	'token-rejected': ({ captcha, signedIn }) =>
		signedIn
			? {
					happened: 'Die Site akzeptiert Ihre Anmeldung nicht.',
					kept: rowsKept,
					next: {
						window:
							'Prüfen Sie, ob Ihr Konto diese Site verwenden darf. Melden Sie sich auf der Seite der Site erneut an und setzen Sie dann fort.',
						commandLine:
							'Prüfen Sie, ob Ihr Konto diese Site verwenden darf. Melden Sie sich mit „site sign-in“ erneut an und setzen Sie dann fort.',
					},
				}
			: captcha
				? {
						happened: 'Die Site verlangt für dieses Konto ein CAPTCHA.',
						kept: rowsKept,
						next: 'Melden Sie sich einmal in einem Browser an und setzen Sie dann fort.',
					}
				: {
						happened: 'Die Site akzeptiert diese E-Mail-Adresse mit diesem API-Token nicht.',
						kept: rowsKept,
						next: {
							window:
								'Prüfen Sie, ob das Token noch gültig ist und zu diesem Konto gehört. Ersetzen Sie es auf der Seite der Site und setzen Sie dann fort.',
							commandLine:
								'Prüfen Sie, ob das Token noch gültig ist und zu diesem Konto gehört. Ersetzen Sie es mit „site tokens“ und setzen Sie dann fort.',
						},
					},
	'org-key-rejected': ({ missingScope }) =>
		missingScope
			? {
					happened: 'Die Scopes des API-Schlüssels der Organisation reichen nicht aus.',
					kept: rowsKept,
					next: {
						window: 'Erstellen Sie einen Schlüssel ohne Scopes. Ersetzen Sie ihn auf der Seite der Site und setzen Sie dann fort.',
						commandLine: 'Erstellen Sie einen Schlüssel ohne Scopes. Ersetzen Sie ihn mit „site tokens“ und setzen Sie dann fort.',
					},
				}
			: {
					happened: 'Atlassian akzeptiert den API-Schlüssel der Organisation nicht.',
					kept: rowsKept,
					next: {
						window:
							'Prüfen Sie, ob er noch gültig ist und zu dieser Organisation gehört. Ersetzen Sie ihn auf der Seite der Site und setzen Sie dann fort.',
						commandLine:
							'Prüfen Sie, ob er noch gültig ist und zu dieser Organisation gehört. Ersetzen Sie ihn mit „site tokens“ und setzen Sie dann fort.',
					},
				},
	'scope-missing': scopeMissingText,
	'org-not-found': say(
		'Mit diesem Schlüssel wurde die Organisation nicht gefunden.',
		'Prüfen Sie die Organisations-ID. Sie steht in der Adresse von admin.atlassian.com.',
	),
	'org-ambiguous': say('Der Schlüssel gilt für mehr als eine Organisation.', {
		window: 'Fügen Sie die Site neu hinzu und geben Sie die Organisations-ID ein.',
		commandLine: 'Geben Sie eine mit --org an.',
	}),
	'site-not-in-organisation': say(
		'Die Site gehört nicht zur Organisation dieses Schlüssels.',
		'Verwenden Sie einen Schlüssel der Organisation, der die Site gehört.',
		rowsKept,
	),
	'not-an-atlassian-site': say('Unter dieser Adresse gibt es keine Atlassian-Site.', 'Prüfen Sie die Adresse auf Tippfehler.'),
	'caller-lacks-rights': (details) => ({
		happened: `Dem Konto dieses Tokens fehlen Berechtigungen für eine Diagnose.${missingRights(details)}`,
		kept: rowsKept,
		next: 'Verwenden Sie das Token eines Site-Administrators, der Agent des Serviceprojekts ist, und setzen Sie dann fort.',
	}),
	'ip-not-allowed': say(
		'Die Site oder Organisation lässt nur bestimmte IP-Adressen zu, und dieser Rechner gehört nicht dazu.',
		'Verbinden Sie sich aus einem zugelassenen Netz (Büro oder VPN) oder ergänzen Sie diese Adresse unter admin.atlassian.com › Security › IP allowlists.',
		rowsKept,
	),
	'desk-not-found': (details) => ({
		happened: `Die Site hat kein für dieses Konto sichtbares Serviceprojekt ${named(details, 'desk', 'mit diesem Schlüssel')}${thereAre(details, 'desks')}.`,
		next: { window: 'Wählen Sie eines der aufgeführten Serviceprojekte.', commandLine: 'Geben Sie mit --desk ein anderes an.' },
	}),
	'desk-ambiguous': (details) => ({
		happened: `Die Site hat mehr als ein Serviceprojekt${details['desks'] === undefined ? '' : `: ${plainDetail(details, 'desks')}`}.`,
		next: {
			window: 'Wählen Sie, wo Personen hinzugefügt werden sollen.',
			commandLine: 'Wählen Sie mit --desk, wo Personen hinzugefügt werden sollen.',
		},
	}),
	'access-invalid': (details) => ({
		happened:
			details['part'] === undefined
				? 'Die Angaben zum Kundenzugang widersprechen sich.'
				: `${named(details, 'part', '')} ist keine gültige Einstellung des Kundenzugangs.`,
		next: {
			window: 'Prüfen Sie die Domains: eine pro Zeile, ohne „@“.',
			commandLine: 'Verwenden Sie die Form internal=on,external=off,approved=a.com;b.com,allowed=c.com.',
		},
	}),
	...networkFaultTexts,
	...signInFaultTexts,
	unreachable: say('Die Site ist nicht erreichbar.', 'Prüfen Sie Netzwerk oder VPN und versuchen Sie es dann erneut.', rowsKept),
	'timed-out': say('Die Site hat zu lange nicht geantwortet.', 'Versuchen Sie es gleich noch einmal.', rowsKept),
	'rate-limited': (details) => {
		const time = timeIn(details, 'resumeAt', 'de');
		return {
			happened: 'Die Site begrenzt weiterhin unsere Anfragen.',
			kept: rowsKept,
			next: time === null ? 'Warten Sie einige Minuten und setzen Sie dann fort.' : `Setzen Sie nach ${time} Uhr fort.`,
		};
	},
	'site-asks-to-wait': (details) => {
		const time = timeIn(details, 'resumeAt', 'de');
		return {
			happened: time === null ? 'Die Site bittet um eine Pause.' : `Die Site bittet um eine Pause bis ${time} Uhr.`,
			kept: rowsKept,
			next: 'Setzen Sie fort. Invite Doctor wartet bis dahin von selbst.',
		};
	},
	'site-suspended': say(
		'Atlassian hat diese Site gesperrt oder deaktiviert.',
		'Lassen Sie sie von einem Organisations-Admin unter admin.atlassian.com › Billing wieder aktivieren und versuchen Sie es erneut.',
		rowsKept,
	),
	'site-unavailable': (details) => ({
		happened: 'Die Site meldet, dass sie vorübergehend nicht verfügbar ist.',
		kept: rowsKept,
		next: againFrom(details),
	}),
	'site-error': (details) => ({
		happened: `Die Site hat mit einem Fehler geantwortet${withStatus(details)}.`,
		kept: rowsKept,
		next: againFrom(details),
	}),
	'call-refused': (details) => ({
		happened: `Die Site hat eine Anfrage abgelehnt${inBrackets(plainDetail(details, 'call'), plainDetail(details, 'status'))}.`,
		kept: rowsKept,
		next: {
			window: 'Prüfen Sie unter Sites die Berechtigungen der Site.',
			commandLine: 'Prüfen Sie mit „site check“ die Berechtigungen der Site.',
		},
	}),
	'unexpected-answer': (details) => ({
		happened: `Die Site hat unerwartet geantwortet${inBrackets(plainDetail(details, 'call'), plainDetail(details, 'problem'))}.`,
		kept: rowsKept,
		next: {
			window: 'Prüfen Sie die Site unter Sites. Bleibt das Problem bestehen, melden Sie es mit dem Log.',
			commandLine: 'Führen Sie „site check“ aus. Bleibt das Problem bestehen, melden Sie es mit dem Log.',
		},
	}),
	cancelled: say('Abgebrochen.', 'Sie können jederzeit fortsetzen.', rowsKept),
	'store-newer': say(
		'Die Daten auf diesem Rechner stammen von einem neueren Invite Doctor.',
		'Aktualisieren Sie Invite Doctor und öffnen Sie es dann erneut.',
		'Die Daten sind unverändert.',
	),
	'store-damaged': say(
		'Die Datendatei auf diesem Rechner ist beschädigt.',
		'Stellen Sie sie aus einer Sicherung wieder her oder verschieben Sie sie, um leer zu beginnen.',
		'Nichts wurde hineingeschrieben.',
	),
	'store-migration-failed': say(
		'Die Daten auf diesem Rechner stammen von einer älteren Version und ließen sich nicht aktualisieren. Ihre Tabellen entsprechen nicht den Erwartungen.',
		'Stellen Sie sie aus einer Sicherung wieder her oder verschieben Sie sie, um leer zu beginnen.',
		'Nichts wurde geändert, und daneben liegt eine Kopie.',
	),
	'store-busy': say(
		'Ein anderer Invite Doctor verwendet dieselben Daten.',
		'Schließen Sie ihn oder warten Sie, bis sein Prüflauf beendet ist.',
		'Sein Prüflauf läuft weiter.',
	),
	'store-full': say('Der Datenträger ist voll.', 'Geben Sie Speicherplatz frei und setzen Sie dann fort.', rowsKept),
	'store-unavailable': (details) =>
		details['reason'] === 'node-too-old'
			? {
					happened: `Dieses Node.js ist zu alt${inBrackets(plainDetail(details, 'node'))}.`,
					next: `Starten Sie Invite Doctor mit Node.js ${plainDetail(details, 'needed')} oder neuer.`,
				}
			: details['reason'] === 'open-to-others'
				? {
						happened: 'Andere Benutzer dieses Rechners dürfen in den Datenordner schreiben, und er enthält andere Dateien.',
						next: 'Wählen Sie einen anderen Ordner oder entziehen Sie ihnen das Schreibrecht.',
					}
				: details['reason'] === 'thread-ended'
					? {
							happened: 'Das Speichern der Zeilen ist unerwartet abgebrochen.',
							kept: rowsKept,
							next: 'Setzen Sie fort oder importieren Sie die Liste erneut.',
						}
					: details['what'] === 'keychain'
						? {
								happened: `Der Schlüsselbund lässt sich nicht verwenden${because(details)}.`,
								next: 'Entsperren Sie ihn und erlauben Sie Invite Doctor den Zugriff.',
							}
						: {
								happened: `Der Datenordner lässt sich nicht öffnen${inBrackets(plainDetail(details, 'path'), plainDetail(details, 'reason'))}.`,
								kept: nothingChanged,
								next: 'Prüfen Sie, ob es ihn gibt und ob Sie Schreibrechte haben.',
							},
	'run-not-found': say('Prüflauf auf diesem Rechner nicht gefunden.', {
		window: 'Wählen Sie einen aus der Liste der Prüfläufe.',
		commandLine: '„runs“ zeigt alle.',
	}),
	'run-finished': say(
		'Dieser Prüflauf ist bereits fertig.',
		{
			window: 'Importieren Sie die Liste erneut, um sie neu zu prüfen.',
			commandLine: 'Diagnostizieren Sie die Liste erneut, um sie neu zu prüfen.',
		},
		'Seine Befunde sind gespeichert.',
	),
	'run-busy': say(
		'Dieser Prüflauf läuft bereits.',
		{
			window: 'Warten Sie. Der Fortschritt wird hier angezeigt.',
			commandLine: 'Warten Sie, bis der andere Invite Doctor fertig ist.',
		},
		rowsKept,
	),
	'snapshot-not-found': (details) => ({
		happened: `Auf diesem Rechner gibt es keinen ${details['snapshot'] === undefined ? `vollständigen Snapshot von ${named(details, 'site', 'dieser Site')}` : `Snapshot ${plainDetail(details, 'snapshot')}`}.`,
		next: {
			window: 'Rufen Sie einen Snapshot ab oder öffnen Sie eine Snapshot-Datei.',
			commandLine: '„snapshot list“ zeigt alle, „snapshot pull“ ruft einen ab.',
		},
	}),
	'snapshot-exists': say(
		'Diesen Snapshot gibt es bereits.',
		'Verwenden Sie ihn oder entfernen Sie ihn zuerst, um ihn erneut zu importieren.',
		nothingChanged,
	),
	'snapshot-busy': say('Dieser Snapshot wird gerade abgerufen.', 'Warten Sie, bis der Abruf beendet ist.'),
	'snapshot-incomplete': (details) => ({
		happened: `Dieser Snapshot ist unvollständig. Es fehlt: ${named(details, 'missing', 'was der Abruf nicht erreicht hat')}.`,
		kept: 'Die bisher abgerufenen Daten sind gespeichert.',
		next: {
			window: 'Setzen Sie den Abruf fort oder verwenden Sie den Snapshot trotzdem. Zeilen nennen dann die fehlenden Daten.',
			commandLine:
				'Setzen Sie ihn mit „snapshot pull“ fort oder verwenden Sie ihn trotzdem mit --allow-incomplete. Zeilen nennen dann die fehlenden Daten.',
		},
	}),
	'snapshot-tampered': (details) => ({
		happened: `Dieser Snapshot wurde nach dem Abruf verändert: ${named(details, 'part', 'einer seiner Teile')}.`,
		kept: 'Er wurde nicht verwendet.',
		next: 'Entfernen Sie ihn und rufen Sie einen neuen ab.',
	}),
	'snapshot-other-site': (details) => ({
		happened:
			details['wanted'] === undefined
				? `Dieser Snapshot ist von einer anderen Site${details['site'] === undefined ? '' : `: ${named(details, 'site', '')}`}.`
				: `Dieser Snapshot ist von ${named(details, 'site', 'einer anderen Site')}, nicht von ${named(details, 'wanted', '')}.`,
		next: 'Wählen Sie einen Snapshot der richtigen Site.',
	}),
	'snapshot-unusable': (details) => ({
		happened: snapshotFaultText(details),
		kept: 'Sie wurde nicht verwendet.',
		next: 'Fordern Sie die Originaldatei an, gespeichert mit „Datei speichern“ oder „snapshot export“.',
	}),
	'export-unusable': (details) => ({ ...adminFileFaultText(details), kept: adminFileKept }),
	'export-kind-unknown': (details) => ({
		happened: `Die Spalten dieser Datei passen zu mehreren Arten von Exporten oder zu keiner${thereAre(details, 'columns')}.`,
		kept: adminFileKept,
		next: {
			window: 'Wählen Sie die Art der Datei.',
			commandLine: `Wählen Sie die Art mit --kind: ${Object.entries(adminFileKindTexts)
				.map(([kind, label]) => `${kind} (${label})`)
				.join(', ')}.`,
		},
	}),
	'export-columns-unmapped': (details) => ({
		happened: `Spalte nicht erkannt: ${named(details, 'missing', 'eine benötigte')}${thereAre(details, 'columns')}.`,
		kept: adminFileKept,
		next: {
			window: 'Wählen Sie die Spalte. Sie wird für die nächste Datei mit dieser Kopfzeile gespeichert.',
			commandLine: `Geben Sie sie mit --map ${mapExample(details)} an. Sie wird für die nächste Datei mit dieser Kopfzeile gespeichert.`,
		},
	}),
	'export-values-unmapped': (details) => ({
		happened: `Unbekannte Werte${whereFound(details)}: ${named(details, 'values', 'in der Statusspalte')}.`,
		kept: adminFileKept,
		next: {
			window: 'Wählen Sie für jeden Wert eine Bedeutung. Sie wird für die nächste Datei mit dieser Kopfzeile gespeichert.',
			commandLine: `Geben Sie die Bedeutung mit --values an, z. B. --values "${valuesExample(details)}". Mögliche Bedeutungen: ${possibleMeanings(details)}.`,
		},
	}),
	'export-not-open': say(
		'Diese Datei ist nicht mehr geöffnet.',
		'Wählen Sie die Datei erneut.',
		'Die Datei auf Ihrem Datenträger ist unverändert.',
	),
	'not-in-snapshot': say('Der Snapshot enthält diese Daten nicht.', 'Rufen Sie einen neuen Snapshot ab oder prüfen Sie die Live-Site.'),
	'plan-not-found': say('Plan auf diesem Rechner nicht gefunden.', {
		window: 'Öffnen Sie seinen Prüflauf und wählen Sie dort einen Plan.',
		commandLine: '„plans“ zeigt alle.',
	}),
	'plan-empty': say(
		'In diesen Zeilen gibt es nichts zu beheben.',
		'Wählen Sie Zeilen, die blockiert sind oder hinzugefügt werden können.',
		nothingChanged,
	),
	'plan-finished': say(
		'Dieser Plan ist bereits fertig.',
		'Erstellen Sie für die übrigen Zeilen einen neuen Plan.',
		'Sein Protokoll ist gespeichert.',
	),
	'plan-busy': say(
		'Dieser Plan wird bereits ausgeführt.',
		{
			window: 'Warten Sie. Der Fortschritt wird hier angezeigt.',
			commandLine: 'Warten Sie, bis der andere Invite Doctor fertig ist.',
		},
		changesKept,
	),
	'site-busy': say(
		'Ein anderer Invite Doctor ändert gerade diese Site.',
		'Warten Sie, bis er fertig ist. Zwei gleichzeitig könnten ihre Änderungen gegenseitig rückgängig machen.',
		nothingChanged,
	),
	'demo-open': say(
		'Die Demo ist schon in einem anderen Invite Doctor geöffnet.',
		'Verwenden Sie diese, oder schließen Sie sie und versuchen Sie es noch einmal.',
	),
	'confirmation-missing': (details) => ({
		happened: `Dieser Plan entfernt Personen. Geben Sie zur Bestätigung „${plainDetail(details, 'confirm')}“ ein.`,
		kept: nothingChanged,
		next: {
			window: 'Geben Sie den Text genau wie angezeigt ein.',
			commandLine: `Ergänzen Sie --confirm "${plainDetail(details, 'confirm')}".`,
		},
	}),
	'confirmation-void': (details) => ({
		happened: 'Es würden andere Personen entfernt, als Sie bestätigt haben.',
		kept: nothingChanged,
		next: {
			window: 'Prüfen Sie die Liste erneut und bestätigen Sie sie.',
			commandLine: `Prüfen Sie den Plan erneut und bestätigen Sie ihn mit --confirm "${plainDetail(details, 'confirm')}".`,
		},
	}),
	'sign-up-not-allowed': say(
		'Die Registrierung ist auf dieser Site nicht verfügbar.',
		'Prüfen Sie den Kundenzugang und die Kundenberechtigungen des Serviceprojekts.',
	),
	'seat-limit': say(
		'Die Organisation hat für diese Rolle keine freie Lizenz.',
		'Kaufen Sie Lizenzen oder geben Sie welche frei: admin.atlassian.com › Billing. Wiederholen Sie dann die fehlgeschlagenen Zeilen.',
	),
	'no-subscription': say(
		'Die Organisation hat dafür kein kostenpflichtiges Abonnement.',
		'Prüfen Sie das Abonnement unter admin.atlassian.com › Billing. Ohne Einladung können Sie weiterhin Personen hinzufügen.',
	),
	'service-management-offline': say(
		'Jira Service Management ist auf dieser Site offline.',
		'Prüfen Sie das Abonnement unter admin.atlassian.com › Apps und versuchen Sie es dann erneut.',
		rowsKept,
	),
	'account-exists': say('Diese Adresse hat bereits ein Konto.', 'Prüfen Sie den neuen Befund.', nothingChanged),
	'caller-changed': say(
		'Das API-Token gehört zu einem anderen Konto als der Prüflauf.',
		'Verwenden Sie das Token jenes Kontos, oder prüfen Sie die Liste mit diesem Token erneut und erstellen Sie einen neuen Plan.',
		nothingChanged,
	),
	'site-changed': say(
		'Unter dieser Adresse antwortet eine andere Site als beim Prüflauf.',
		'Prüfen Sie die Liste erneut und erstellen Sie einen neuen Plan.',
		nothingChanged,
	),
	'account-changed': say(
		'Das Konto hat sich seit der Prüfung geändert.',
		'Prüfen Sie den neuen Befund und erstellen Sie einen neuen Plan.',
		nothingChanged,
	),
	'already-invited': (details) => {
		const time = timeIn(details, 'at', 'de');
		return {
			happened: `Diese Person hat schon eine Einladungs-E-Mail bekommen${time === null ? '' : `, am ${time}`}.`,
			kept: 'Sie wurde kein zweites Mal verschickt.',
			next: 'Bitten Sie die Person, danach zu suchen, oder planen Sie ohne Einladungs-E-Mails.',
		};
	},
	'mail-budget-spent': (details) => {
		const time = timeIn(details, 'resumeAt', 'de');
		const left = numbered(details, 'left');
		const limit = numbered(details, 'perDay');
		return {
			happened: `Die Einladungs-E-Mails der Site für 24 Stunden sind verbraucht${limit === null ? '' : ` (${limit})`}.${left === null ? '' : ` Es fehlen noch ${left} Personen.`}`,
			kept: 'Niemand wird zweimal eingeladen.',
			next: time === null ? 'Morgen geht es weiter.' : `Nach ${time} geht es weiter.`,
		};
	},
	unsettled: say(
		'Das Ergebnis der Änderung ist unbekannt.',
		{
			window: 'Prüfen Sie die Seite und markieren Sie die Zeile dann als erledigt.',
			commandLine: 'Prüfen Sie die Seite und korrigieren Sie es.',
		},
		'Sie wurde nicht erneut gesendet.',
	),
	'directory-ambiguous': say(
		'Die Person ist in mehreren Verzeichnissen. Welches zu dieser Site gehört, ist unbekannt.',
		'Nehmen Sie diese Änderung manuell auf der Seite vor.',
		nothingChanged,
	),
	'desk-permission-missing': (details) => ({
		happened: `Kunden haben in ${String(details['desk'] ?? 'diesem Serviceprojekt')} keine Berechtigungen. Sie könnten es nicht nutzen.`,
		kept: changesKept,
		next: 'Korrigieren Sie die Berechtigungen (Projekteinstellungen › Berechtigungen) und setzen Sie dann fort.',
	}),
	'organisation-not-found': (details) => ({
		happened: `Die Site hat keine Kundenorganisation ${named(details, 'organisation', 'dieses Namens')}.`,
		next: 'Erstellen Sie sie in Jira Service Management oder korrigieren Sie den Namen in der Liste.',
	}),
	'audit-damaged': (details) => ({
		happened: auditDifferenceText(details),
		kept: 'Auf der Site wurde nichts geändert.',
		next: {
			window: 'Wenn Sie den Grund kennen, akzeptieren Sie das Protokoll auf der Seite Audit-Protokoll. Vorher wird nichts geändert.',
			commandLine: 'Wenn Sie den Grund kennen, akzeptieren Sie das Protokoll mit „accept-audit --reason“. Vorher wird nichts geändert.',
		},
	}),
	'audit-agrees': say('Das Audit-Protokoll ist intakt.', 'Es gibt nichts zu akzeptieren.'),
	'write-failed': (details) => ({
		happened: `Eine Datei ließ sich nicht schreiben${inBrackets(plainDetail(details, 'path'), plainDetail(details, 'reason'))}.`,
		kept: rowsKept,
		next: 'Prüfen Sie den Ordner und den freien Speicherplatz und versuchen Sie es dann erneut.',
	}),
	'logo-unusable': (details) => ({
		happened:
			{
				'too-large': 'Dieses Bild ist größer als 200 KB.',
				'too-many-pixels': 'Dieses Bild hat auf einer Seite mehr als 4.096 Pixel.',
			}[String(details['problem'])] ?? 'Das ist weder ein PNG- noch ein SVG-Bild.',
		next: 'Wählen Sie ein PNG oder SVG von höchstens 200 KB.',
	}),
	'file-unreadable': (details) => ({
		happened: `Die Datei ließ sich nicht lesen${inBrackets(plainDetail(details, 'path'), plainDetail(details, 'reason'))}.`,
		next: 'Prüfen Sie, ob es sie gibt und ob Sie Leserechte haben.',
	}),
	'print-failed': say(
		'Das PDF ließ sich nicht erstellen.',
		'Speichern Sie den HTML-Bericht und drucken Sie ihn aus einem Browser.',
		'Der Prüflauf ist unverändert.',
	),
	'link-not-opened': say('Auf diesem Rechner konnte kein Browser geöffnet werden.', 'Kopieren Sie die Adresse und öffnen Sie sie selbst.'),
	'wrong-use': say('Ein Teil der Eingabe ist ungültig.', 'Prüfen Sie die markierten Felder und versuchen Sie es erneut.'),
	'connection-lost': say(
		'Die Verbindung zu Invite Doctor wurde unterbrochen.',
		'Sie wird automatisch wiederhergestellt. Versuchen Sie es dann erneut.',
		'Prüfläufe laufen ohne dieses Fenster weiter.',
	),
	internal: say(
		'In Invite Doctor ist ein Fehler aufgetreten.',
		'Versuchen Sie es erneut. Bleibt das Problem bestehen, melden Sie es mit dem Log.',
		'Gespeicherte Befunde sind unverändert.',
	),
};
