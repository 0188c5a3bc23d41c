import type { FailureDetails } from '../../outcome.ts';
import {
	inBrackets,
	mapExample,
	numbered,
	plainDetail,
	possibleMeanings,
	say,
	type Sentence,
	timeIn,
	valuesExample,
	type WindowFailureCode,
} from '../failure-text.ts';
import { textOf } from '../text-of.ts';
import { auditDifferenceText } from './audit.ts';
import { adminFileFaultText } from './admin-file-faults.ts';
import { networkFaultTexts } from './network.ts';
import { scopeMissingText } from './scopes.ts';
import { snapshotFaultText } from './snapshot-faults.ts';
import { adminFileKindTexts } from './snapshots.ts';
import { permissionTexts } from './terms.ts';

const listKept = 'Nichts wurde gespeichert, und keine Site wurde gefragt.';
const adminFileKept = 'Zu einem Snapshot wurde nichts hinzugefügt.';
const changesKept = 'Jede Änderung ist verzeichnet.';
const rowsKept = 'Jede Zeile, die ihren Befund hat, bleibt erhalten.';
const nothingChanged = 'Nichts wurde geändert.';

/** A detail in quotes, several without, or a plain word where the Node side named none. */
const named = (details: FailureDetails, key: string, otherwise: string): string => {
	const value = details[key];
	return value === undefined ? otherwise : Array.isArray(value) ? plainDetail(details, key) : `„${String(value)}“`;
};

/** `: vorhanden sind A, B` after what there is not. */
const thereAre = (details: FailureDetails, key: string): string => {
	const some = plainDetail(details, key);
	return some === '' ? '' : `: vorhanden sind ${some}`;
};

const because = (details: FailureDetails): string => inBrackets(plainDetail(details, 'reason'));

/** Where values stand that nobody has said the meaning of. */
const whereFound = (details: FailureDetails): string => {
	const { column } = details;
	if (column === undefined) return '';
	const line = plainDetail(details, 'line');
	return column === '' ? `neben Personen (Zeile ${line}) ` : `in der Spalte ${named(details, 'column', '')} (zuerst in Zeile ${line}) `;
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
	return details['call'] === undefined ? '' : ` Abgelehnt wurde ${plainDetail(details, 'call')}.`;
};

const kindTexts: Readonly<Record<string, string>> = {
	xls: 'Das ist eine Arbeitsmappe der alten Art (.xls).',
	xlsb: 'Das ist eine binäre Arbeitsmappe (.xlsb).',
	ods: 'Das ist eine OpenDocument-Tabelle (.ods).',
	numbers: 'Das ist eine Numbers-Tabelle.',
	html: 'Das ist eine Webseite, auch wenn der Name etwas anderes sagt.',
	xml: 'Das ist eine XML-Datei.',
	docx: 'Das ist ein Textdokument (.docx).',
	pdf: 'Das ist eine PDF-Datei.',
	zip: 'Das ist ein ZIP-Archiv ohne Arbeitsmappe darin.',
};

export const failureTexts: Record<WindowFailureCode, Sentence> = {
	'list-not-found': (details) =>
		details['path'] === undefined
			? {
					happened: 'Diese Liste ist nicht mehr geöffnet.',
					kept: 'Die Datei auf Ihrem Datenträger ist unberührt.',
					next: 'Wählen Sie die Datei erneut.',
				}
			: { happened: `Eine Datei ${named(details, 'path', '')} gibt es nicht.`, next: 'Prüfen Sie ihren Namen und ihren Ordner.' },
	'list-empty': say('Diese Datei ist leer.', 'Wählen Sie eine Datei mit Kopfzeile und einer Adresse je Zeile.', listKept),
	'nobody-noteworthy': say(
		'Der Snapshot enthält niemanden, der gesperrt, abgeschaltet, ohne Rolle oder doppelt vorhanden ist.',
		'Zu diagnostizieren gibt es nichts. Eine Liste lässt sich trotzdem dagegen prüfen.',
	),
	'list-binary': ({ kind }) => ({
		happened:
			kindTexts[String(kind)] ??
			`Das ist weder eine Arbeitsmappe noch eine Textdatei.${kind === undefined ? '' : ` Es ist eine Datei der Art ${String(kind)}.`}`,
		kept: listKept,
		next: 'Lässt sie sich in einer Tabellenkalkulation öffnen, speichern Sie sie dort als .xlsx; wählen Sie dann diese Datei.',
	}),
	'list-encrypted': say('Diese Arbeitsmappe hat ein Kennwort.', 'Speichern Sie eine Kopie ohne Kennwort, und wählen Sie diese.', listKept),
	'list-damaged': (details) => ({
		happened: `Diese Arbeitsmappe ist beschädigt oder wurde unterwegs abgeschnitten${because(details)}.`,
		kept: listKept,
		next: 'Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie als .xlsx, und wählen Sie sie erneut.',
	}),
	'list-uncalculated': ({ count }) => ({
		happened: `${String(count ?? 'Einige')} Zellen dieser Mappe enthalten Formeln, deren Ergebnisse nie gespeichert wurden.`,
		kept: listKept,
		next: 'Öffnen Sie sie in Excel oder LibreOffice, speichern Sie sie und wählen Sie sie erneut.',
	}),
	'list-too-slow': ({ reason }) => ({
		happened:
			reason === 'memory'
				? 'Diese Datei zu lesen braucht mehr Speicher als jede Liste.'
				: 'Diese Datei zu lesen dauert länger als bei jeder Liste.',
		kept: listKept,
		next: 'Öffnen Sie sie in einem Tabellenprogramm, kopieren Sie die Personen in eine neue Datei, speichern Sie diese als .xlsx oder CSV und wählen Sie sie.',
	}),
	'sheet-not-found': (details) => ({
		happened: `Die Arbeitsmappe hat kein Blatt ${named(details, 'sheet', 'dieses Namens')}${thereAre(details, 'sheets')}.`,
		next: { window: 'Wählen Sie ein anderes Blatt.', commandLine: 'Nennen Sie ein anderes mit --sheet.' },
	}),
	'list-header-only': say(
		'Diese Datei hat eine Kopfzeile und keine Zeilen.',
		'Wählen Sie eine Datei mit mindestens einer Zeile.',
		listKept,
	),
	'list-without-addresses': say(
		'Keine Spalte dieser Datei enthält E-Mail-Adressen.',
		{
			window: 'Prüfen Sie, ob es die richtige Datei ist und ob die Adressen in einer eigenen Spalte stehen.',
			commandLine: 'Prüfen Sie, ob es die richtige Datei ist, oder nennen Sie die Spalte mit --email-column.',
		},
		listKept,
	),
	'list-too-large': ({ unpacked }) => ({
		happened: unpacked
			? 'Entpackt ist diese Arbeitsmappe größer als jede Liste mit einer Million Zeilen.'
			: 'Diese Datei ist größer als 64 MB.',
		kept: listKept,
		next: 'Teilen Sie sie auf, oder lassen Sie nicht benötigte Spalten weg.',
	}),
	'list-too-many-rows': say('Diese Datei hat mehr als 1.000.000 Zeilen.', 'Teilen Sie sie in kleinere Dateien auf.', listKept),
	'list-too-many-columns': (details) => ({
		happened: `In dieser Datei hat eine Zeile mehr als 256 Spalten${inLine(details)}.`,
		kept: listKept,
		next: 'Prüfen Sie das Trennzeichen, oder lassen Sie nicht benötigte Spalten weg.',
	}),
	'list-cell-too-large': (details) => ({
		happened: `Eine Zelle dieser Datei ist größer als 32 KB${inLine(details)}.`,
		kept: listKept,
		next: 'Oft ist ein Anführungszeichen nicht geschlossen: Prüfen Sie diese Zeile.',
	}),
	'list-unreadable': (details) => ({
		happened: `Die Datei ließ sich nicht als Liste lesen${because(details)}.`,
		kept: listKept,
		next: 'Speichern Sie sie als CSV (UTF-8), und wählen Sie sie erneut.',
	}),
	'column-not-found': (details) => ({
		happened: `Die Liste hat keine Spalte ${named(details, 'column', 'dieses Namens')}${thereAre(details, 'columns')}.`,
		kept: listKept,
		next: { window: 'Wählen Sie die Spalten erneut.', commandLine: 'Nennen Sie eine andere mit --email-column.' },
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
		'Eine Adresse auf diesem Rechner wird nur für die Demo-Site angenommen.',
		'Geben Sie https://ihre-site.atlassian.net ein, oder starten Sie mit --allow-loopback.',
	),
	'site-not-found': (details) => ({
		happened: `Hier gibt es keine Site ${named(details, details['site'] === undefined ? 'name' : 'site', 'dieses Namens')}.`,
		next: { window: 'Fügen Sie sie unter Sites hinzu.', commandLine: '„site list“ zeigt die vorhandenen, „site add“ fügt eine hinzu.' },
	}),
	'site-name-taken': say(
		'Eine Site dieses Namens gibt es hier schon.',
		'Entfernen Sie sie zuerst, oder geben Sie dieser einen anderen Namen.',
	),
	'site-read-only': say(
		'Diese Site ist nur lesend: Ihre Tokens werden zum Lesen benutzt, und nichts wird damit geändert.',
		{
			window: 'Übergeben Sie den Plan, wie er ist, oder nehmen Sie das Häkchen bei „Nur lesen“ auf der Seite der Site weg.',
			commandLine: 'Übergeben Sie den Plan, wie er ist, oder lassen Sie Pläne mit „site read-only NAME --off“ wieder ausführen.',
		},
		'Nichts wurde gesendet.',
	),
	'token-missing': (details) => ({
		happened: `Auf diesem Rechner gibt es kein API-Token für ${named(details, 'site', 'diese Site')}.`,
		kept: rowsKept,
		next: {
			window: 'Geben Sie es auf der Seite der Site ein, unter „Verbindung“.',
			commandLine: 'Hinterlegen Sie es mit „site tokens“, oder setzen Sie INVITE_DOCTOR_EMAIL und INVITE_DOCTOR_API_TOKEN.',
		},
	}),
	'token-rejected': ({ captcha }) =>
		captcha
			? {
					happened: 'Die Site verlangt, dass dieses Konto ein CAPTCHA löst.',
					kept: rowsKept,
					next: 'Melden Sie sich einmal in einem Browser an; setzen Sie dann fort.',
				}
			: {
					happened: 'Die Site nimmt diese E-Mail-Adresse mit diesem API-Token nicht an.',
					kept: rowsKept,
					next: {
						window:
							'Prüfen Sie, ob das Token noch gültig ist und zu diesem Konto gehört; ersetzen Sie es dann auf der Seite der Site, und setzen Sie fort.',
						commandLine:
							'Prüfen Sie, ob das Token noch gültig ist und zu diesem Konto gehört; ersetzen Sie es dann mit „site tokens“, und setzen Sie fort.',
					},
				},
	'org-key-rejected': ({ missingScope }) =>
		missingScope
			? {
					happened: 'Die Scopes des API-Schlüssels der Organisation reichen nicht aus.',
					kept: rowsKept,
					next: {
						window: 'Erstellen Sie einen Schlüssel ohne Scopes; ersetzen Sie ihn dann auf der Seite der Site, und setzen Sie fort.',
						commandLine: 'Erstellen Sie einen Schlüssel ohne Scopes; ersetzen Sie ihn dann mit „site tokens“, und setzen Sie fort.',
					},
				}
			: {
					happened: 'Atlassian nimmt den API-Schlüssel der Organisation nicht an.',
					kept: rowsKept,
					next: {
						window:
							'Prüfen Sie, ob er noch gültig ist und zu dieser Organisation gehört; ersetzen Sie ihn dann auf der Seite der Site, und setzen Sie fort.',
						commandLine:
							'Prüfen Sie, ob er noch gültig ist und zu dieser Organisation gehört; ersetzen Sie ihn dann mit „site tokens“, und setzen Sie fort.',
					},
				},
	'scope-missing': scopeMissingText,
	'org-not-found': say(
		'Mit diesem Schlüssel wurde die Organisation nicht gefunden.',
		'Prüfen Sie die Organisations-ID; sie steht in der Adresse von admin.atlassian.com.',
	),
	'org-ambiguous': say('Der Schlüssel sieht mehr als eine Organisation.', {
		window: 'Fügen Sie die Site neu hinzu, und geben Sie die Organisations-ID an.',
		commandLine: 'Nennen Sie eine mit --org.',
	}),
	'site-not-in-organisation': say(
		'Die Site gehört nicht zur Organisation dieses Schlüssels.',
		'Verwenden Sie einen Schlüssel der Organisation, der die Site gehört: Sonst würden Antworten über andere Personen hineingeraten.',
		rowsKept,
	),
	'not-an-atlassian-site': say('Unter dieser Adresse antwortet keine Atlassian-Site.', 'Prüfen Sie die Adresse auf Tippfehler.'),
	'caller-lacks-rights': (details) => ({
		happened: `Das Konto dieses Tokens darf nicht abfragen, was eine Diagnose braucht.${missingRights(details)}`,
		kept: rowsKept,
		next: 'Verwenden Sie das Token eines Site-Administrators, der Agent des Serviceprojekts ist; setzen Sie dann fort.',
	}),
	'ip-not-allowed': say(
		'Die Site oder Organisation lässt nur bestimmte IP-Adressen zu, und dieser Rechner gehört nicht dazu.',
		'Verbinden Sie sich aus einem zugelassenen Netz (Büro oder VPN), oder lassen Sie die Adresse unter admin.atlassian.com › Security › IP allowlists eintragen.',
		rowsKept,
	),
	'desk-not-found': (details) => ({
		happened: `Die Site hat kein Serviceprojekt ${named(details, 'desk', 'mit diesem Schlüssel')}, das dieses Konto sehen darf${thereAre(details, 'desks')}.`,
		next: { window: 'Wählen Sie eines der aufgeführten Serviceprojekte.', commandLine: 'Nennen Sie ein anderes mit --desk.' },
	}),
	'desk-ambiguous': (details) => ({
		happened: `Die Site hat mehr als ein Serviceprojekt${details['desks'] === undefined ? '' : `: ${plainDetail(details, 'desks')}`}.`,
		next: {
			window: 'Wählen Sie das, zu dem die Personen hinzugefügt werden sollen.',
			commandLine: 'Nennen Sie mit --desk das, zu dem die Personen hinzugefügt werden sollen.',
		},
	}),
	'access-invalid': (details) => ({
		happened:
			details['part'] === undefined
				? 'Die Angaben zum Kundenzugang widersprechen einander.'
				: `${named(details, 'part', '')} ist keine Einstellung des Kundenzugangs.`,
		next: {
			window: 'Prüfen Sie die Domains: eine je Zeile, ohne „@“.',
			commandLine: 'Schreiben Sie sie als internal=on,external=off,approved=a.com;b.com,allowed=c.com.',
		},
	}),
	...networkFaultTexts,
	unreachable: say('Die Site ist von hier nicht erreichbar.', 'Prüfen Sie das Netzwerk oder VPN; versuchen Sie es dann erneut.', rowsKept),
	'timed-out': say('Die Site hat zu lange nicht geantwortet.', 'Versuchen Sie es gleich noch einmal.', rowsKept),
	'rate-limited': (details) => {
		const time = timeIn(details, 'resumeAt', 'de');
		return {
			happened: 'Die Site bittet für eine Weile um weniger Anfragen.',
			kept: rowsKept,
			next: time === null ? 'Warten Sie einige Minuten; setzen Sie dann fort.' : `Setzen Sie nach ${time} Uhr fort.`,
		};
	},
	'site-suspended': say(
		'Atlassian hat diese Site gesperrt oder deaktiviert.',
		'Lassen Sie sie von einem Organisations-Admin unter admin.atlassian.com › Billing wieder aktivieren und versuchen Sie es erneut.',
		rowsKept,
	),
	'site-unavailable': say(
		'Die Site meldet, dass sie vorübergehend nicht verfügbar ist.',
		'Prüfen Sie status.atlassian.com und versuchen Sie es erneut.',
		rowsKept,
	),
	'site-error': (details) => ({
		happened: `Die Site hat mit einem Fehler geantwortet${withStatus(details)}.`,
		kept: rowsKept,
		next: 'Sehen Sie auf status.atlassian.com nach, und versuchen Sie es dann erneut.',
	}),
	'call-refused': (details) => ({
		happened: `Die Site hat eine Anfrage abgelehnt${inBrackets(plainDetail(details, 'call'), plainDetail(details, 'status'))}.`,
		kept: rowsKept,
		next: {
			window: 'Prüfen Sie die Site unter Sites: Dort steht, welche Rechte vorhanden sind.',
			commandLine: 'Prüfen Sie die Site mit „site check“: Dort steht, welche Rechte vorhanden sind.',
		},
	}),
	'unexpected-answer': (details) => ({
		happened: `Die Site hat auf eine Weise geantwortet, die Invite Doctor nicht kennt${inBrackets(plainDetail(details, 'call'), plainDetail(details, 'problem'))}.`,
		kept: rowsKept,
		next: {
			window: 'Prüfen Sie die Site unter Sites; bleibt es dabei, melden Sie es mit dem Log.',
			commandLine: 'Prüfen Sie die Site mit „site check“; bleibt es dabei, melden Sie es mit dem Log.',
		},
	}),
	cancelled: say('Abgebrochen, wie gewünscht.', 'Setzen Sie fort, wann Sie wollen: Nichts wird zweimal gefragt.', rowsKept),
	'store-newer': say(
		'Die Daten auf diesem Rechner hat ein neueres Invite Doctor geschrieben.',
		'Aktualisieren Sie Invite Doctor, und öffnen Sie es dann erneut.',
		'Die Daten sind unberührt.',
	),
	'store-damaged': say(
		'Die Datendatei auf diesem Rechner ist beschädigt.',
		'Stellen Sie sie aus einer Sicherung wieder her, oder legen Sie sie beiseite und beginnen Sie neu.',
		'Nichts wurde hineingeschrieben.',
	),
	'store-migration-failed': say(
		'Die Daten auf diesem Rechner sind von einer älteren Version und ließen sich nicht auf den neuen Stand bringen: Ihre Tabellen sind nicht, was sie sein sollten.',
		'Stellen Sie sie aus einer Sicherung wieder her, oder legen Sie sie beiseite und beginnen Sie neu.',
		'An ihnen wurde nichts geändert, und daneben liegt eine Kopie, wie sie waren.',
	),
	'store-busy': say(
		'Ein anderes Invite Doctor arbeitet mit denselben Daten.',
		'Schließen Sie es, oder warten Sie, bis sein Prüflauf beendet ist.',
		'Dessen Prüflauf geht weiter.',
	),
	'store-full': say('Der Datenträger ist voll.', 'Schaffen Sie Platz, und setzen Sie dann fort.', rowsKept),
	'store-unavailable': (details) =>
		details['reason'] === 'node-too-old'
			? {
					happened: `Dieses Node.js ist zu alt${inBrackets(plainDetail(details, 'node'))}.`,
					next: `Starten Sie Invite Doctor mit Node.js ${plainDetail(details, 'needed')} oder neuer.`,
				}
			: details['reason'] === 'open-to-others'
				? {
						happened: 'Andere Benutzer dieses Rechners dürfen in den Datenordner schreiben, und er enthält andere Dateien.',
						next: 'Wählen Sie einen anderen Ordner, oder nehmen Sie ihnen das Schreibrecht.',
					}
				: details['what'] === 'keychain'
					? {
							happened: `Der Schlüsselbund lässt sich nicht verwenden${because(details)}.`,
							next: 'Entsperren Sie ihn, und erlauben Sie Invite Doctor, ihn zu verwenden.',
						}
					: {
							happened: `Der Datenordner lässt sich nicht öffnen${inBrackets(plainDetail(details, 'path'), plainDetail(details, 'reason'))}.`,
							kept: nothingChanged,
							next: 'Prüfen Sie, ob es ihn gibt und ob Sie hineinschreiben dürfen.',
						},
	'run-not-found': say('Diesen Prüflauf gibt es auf diesem Rechner nicht.', {
		window: 'Wählen Sie einen aus der Liste der Prüfläufe.',
		commandLine: '„runs“ zeigt die vorhandenen.',
	}),
	'run-finished': say(
		'Dieser Prüflauf ist bereits fertig.',
		{
			window: 'Importieren Sie die Liste erneut, um neu zu fragen.',
			commandLine: 'Diagnostizieren Sie die Liste erneut, um neu zu fragen.',
		},
		'Seine Befunde bleiben erhalten.',
	),
	'run-busy': say(
		'An diesem Prüflauf wird bereits gearbeitet.',
		{
			window: 'Warten Sie einen Moment: Sein Fortschritt wird hier angezeigt.',
			commandLine: 'Warten Sie, bis das andere Invite Doctor fertig ist.',
		},
		rowsKept,
	),
	'snapshot-not-found': (details) => ({
		happened: `Auf diesem Rechner gibt es keinen ${details['snapshot'] === undefined ? `vollständigen Snapshot von ${named(details, 'site', 'dieser Site')}` : `Snapshot ${plainDetail(details, 'snapshot')}`}.`,
		next: {
			window: 'Rufen Sie einen ab, oder importieren Sie die Datei eines Snapshots.',
			commandLine: '„snapshot list“ zeigt die vorhandenen, „snapshot pull“ ruft einen ab.',
		},
	}),
	'snapshot-exists': say(
		'Diesen Snapshot gibt es hier schon.',
		'Verwenden Sie ihn, oder entfernen Sie ihn zuerst, um ihn erneut zu importieren.',
		nothingChanged,
	),
	'snapshot-busy': say('Dieser Snapshot wird gerade abgerufen.', 'Warten Sie, bis das beendet ist.'),
	'snapshot-incomplete': (details) => ({
		happened: `Dieser Snapshot ist unvollständig. Es fehlt: ${named(details, 'missing', 'was der Abruf nicht erreicht hat')}.`,
		kept: 'Was abgerufen wurde, bleibt erhalten.',
		next: {
			window: 'Setzen Sie den Abruf fort, oder lassen Sie den Snapshot zu, wie er ist: Die Zeilen sagen dann, was fehlte.',
			commandLine:
				'Setzen Sie ihn mit „snapshot pull“ fort, oder verwenden Sie ihn mit --allow-incomplete, wie er ist: Die Zeilen sagen dann, was fehlte.',
		},
	}),
	'snapshot-tampered': (details) => ({
		happened: `Dieser Snapshot ist nicht, was abgerufen wurde: Sein Teil ${named(details, 'part', 'dieses Namens')} wurde danach verändert.`,
		kept: 'Er wurde nicht verwendet.',
		next: 'Entfernen Sie ihn, und rufen Sie einen neuen ab.',
	}),
	'snapshot-other-site': (details) => ({
		happened:
			details['wanted'] === undefined
				? `Dieser Snapshot ist von einer anderen Site: ${named(details, 'site', 'nicht der gemeinten')}.`
				: `Dieser Snapshot ist von ${named(details, 'site', 'einer anderen Site')}, nicht von ${named(details, 'wanted', '')}.`,
		next: 'Wählen Sie einen Snapshot der gemeinten Site.',
	}),
	'snapshot-unusable': (details) => ({
		happened: snapshotFaultText(details),
		kept: 'Sie wurde nicht verwendet.',
		next: 'Bitten Sie um die Datei, wie „snapshot export“ sie geschrieben hat.',
	}),
	'export-unusable': (details) => ({ ...adminFileFaultText(details), kept: adminFileKept }),
	'export-kind-unknown': (details) => ({
		happened: `Die Spalten dieser Datei passen zu mehreren Arten von Exporten oder zu keiner${thereAre(details, 'columns')}.`,
		kept: adminFileKept,
		next: {
			window: 'Geben Sie an, welche es ist: Was eine Datei belegt, hängt davon ab, was sie ist.',
			commandLine: `Geben Sie mit --kind an, welche es ist: ${Object.entries(adminFileKindTexts)
				.map(([kind, label]) => `${kind} (${label})`)
				.join(', ')}.`,
		},
	}),
	'export-columns-unmapped': (details) => ({
		happened: `Zu keiner Spalte dieser Datei ist bekannt, dass sie Folgendes enthält: ${named(details, 'missing', 'was gebraucht wird')}${thereAre(details, 'columns')}.`,
		kept: adminFileKept,
		next: {
			window: 'Wählen Sie die Spalte; für die nächste Datei mit dieser Kopfzeile wird sie gemerkt.',
			commandLine: `Nennen Sie sie mit --map ${mapExample(details)}; für die nächste Datei mit dieser Kopfzeile wird sie gemerkt.`,
		},
	}),
	'export-values-unmapped': (details) => ({
		happened: `Was diese Werte ${whereFound(details)}bedeuten, hat noch niemand gesagt: ${named(details, 'values', 'die des Status')}.`,
		kept: adminFileKept,
		next: {
			window: 'Geben Sie an, was jeder davon bedeutet; für die nächste Datei mit dieser Kopfzeile wird es gemerkt.',
			commandLine: `Geben Sie es mit --values an, z. B. --values "${valuesExample(details)}". Ein Wert kann bedeuten: ${possibleMeanings(details)}.`,
		},
	}),
	'export-not-open': say(
		'Diese Datei ist nicht mehr geöffnet.',
		'Wählen Sie die Datei erneut.',
		'Die Datei auf Ihrem Datenträger ist unberührt.',
	),
	'not-in-snapshot': say('Das enthält der Snapshot nicht.', 'Rufen Sie einen neuen Snapshot ab, oder fragen Sie die Site selbst.'),
	'plan-not-found': say('Diesen Plan gibt es auf diesem Rechner nicht.', {
		window: 'Wählen Sie einen aus dem Prüflauf, aus dem er entstand.',
		commandLine: '„plans“ zeigt die vorhandenen.',
	}),
	'plan-empty': say(
		'Für keine dieser Zeilen gibt es eine Maßnahme.',
		'Wählen Sie Zeilen, die blockiert sind oder hinzugefügt werden können.',
		nothingChanged,
	),
	'plan-finished': say(
		'Dieser Plan ist bereits fertig.',
		'Erstellen Sie für das Übrige einen neuen Plan.',
		'Seine Aufzeichnung bleibt erhalten.',
	),
	'plan-busy': say(
		'Dieser Plan wird bereits ausgeführt.',
		{
			window: 'Warten Sie einen Moment: Sein Fortschritt wird hier angezeigt.',
			commandLine: 'Warten Sie, bis das andere Invite Doctor fertig ist.',
		},
		changesKept,
	),
	'site-busy': say(
		'Ein anderes Invite Doctor ändert gerade diese Site.',
		'Warten Sie, bis es fertig ist: Zwei zugleich könnten einander die Arbeit zunichtemachen.',
		'Von hier wurde nichts geändert.',
	),
	'confirmation-missing': (details) => ({
		happened: `Dieser Plan entfernt Personen, darum wartet er, bis „${plainDetail(details, 'confirm')}“ eingetippt ist.`,
		kept: nothingChanged,
		next: {
			window: 'Tippen Sie es genau so ein, wie es dort steht.',
			commandLine: `Ergänzen Sie --confirm "${plainDetail(details, 'confirm')}".`,
		},
	}),
	'confirmation-void': (details) => ({
		happened: 'Die Personen, die dieser Plan entfernen würde, sind nicht die, die bestätigt wurden.',
		kept: nothingChanged,
		next: {
			window: 'Sehen Sie sich die Liste noch einmal an, und bestätigen Sie diese.',
			commandLine: `Sehen Sie sich den Plan noch einmal an, und bestätigen Sie ihn mit --confirm "${plainDetail(details, 'confirm')}".`,
		},
	}),
	'sign-up-not-allowed': say(
		'Die Site lässt keine neuen Personen zu.',
		'Prüfen Sie den Kundenzugang und die Kundenberechtigungen des Serviceprojekts.',
	),
	'seat-limit': say(
		'Für diese Rolle hat die Organisation keinen freien Platz.',
		'Kaufen Sie Plätze oder geben Sie einen frei unter admin.atlassian.com › Billing; wiederholen Sie dann die fehlgeschlagenen Zeilen.',
	),
	'no-subscription': say(
		'Dafür hat die Organisation kein bezahltes Abo.',
		'Prüfen Sie den Tarif unter admin.atlassian.com › Billing; ohne Einladung lassen sich Personen weiter hinzufügen.',
	),
	'service-management-offline': say(
		'Jira Service Management ist auf dieser Site offline.',
		'Prüfen Sie das Abo unter admin.atlassian.com › Apps; versuchen Sie es dann erneut.',
		rowsKept,
	),
	'account-exists': say('Zu dieser Adresse gibt es bereits ein Konto.', 'Sehen Sie sich den neuen Befund an.', nothingChanged),
	'caller-changed': say(
		'Das API-Token gehört zu einem anderen Konto als dem, mit dem der Lauf gemacht wurde.',
		'Verwenden Sie das Token jenes Kontos, oder prüfen Sie die Liste mit diesem erneut, und erstellen Sie einen neuen Plan.',
		nothingChanged,
	),
	'site-changed': say(
		'Unter der Adresse antwortet eine andere Site als die, auf der der Lauf gemacht wurde.',
		'Prüfen Sie die Liste erneut, und erstellen Sie einen neuen Plan.',
		nothingChanged,
	),
	'account-changed': say(
		'Das Konto hat sich seit der Prüfung geändert.',
		'Sehen Sie sich den neuen Befund an, und erstellen Sie einen neuen Plan.',
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
		'Die Site hat nicht gesagt, was aus der Änderung wurde, und durch Lesen lässt es sich nicht feststellen.',
		{
			window: 'Sehen Sie auf der Seite nach, und melden Sie die Zeile dann als erledigt.',
			commandLine: 'Sehen Sie auf der Seite nach, wie es ist.',
		},
		'Sie wurde kein zweites Mal gesendet.',
	),
	'directory-ambiguous': say(
		'Die Person steht in mehreren Verzeichnissen, und welches zu dieser Site gehört, lässt sich nicht feststellen.',
		'Nehmen Sie diese Änderung auf der Seite vor.',
		nothingChanged,
	),
	'desk-permission-missing': (details) => ({
		happened: `Kunden haben in ${String(details['desk'] ?? 'diesem Projekt')} keine Berechtigung: Wer hinzugefügt wird, kann dort nichts tun.`,
		kept: changesKept,
		next: 'Berichtigen Sie die Berechtigungen des Projekts (Projekteinstellungen › Berechtigungen), und setzen Sie dann fort.',
	}),
	'organisation-not-found': (details) => ({
		happened: `Die Site hat keine Kundenorganisation ${named(details, 'organisation', 'dieses Namens')}.`,
		next: 'Legen Sie sie in Jira Service Management an, oder berichtigen Sie den Namen in der Liste.',
	}),
	'audit-damaged': (details) => ({
		happened: auditDifferenceText(details),
		kept: 'Auf der Site wurde nichts geändert.',
		next: {
			window: 'Wenn Sie den Grund kennen, nehmen Sie das Protokoll auf der Seite Audit-Protokoll so an; vorher wird nichts geändert.',
			commandLine: 'Wenn Sie den Grund kennen, nehmen Sie das Protokoll mit „accept-audit --reason“ so an; vorher wird nichts geändert.',
		},
	}),
	'audit-agrees': say('Das Audit-Protokoll setzt seinen Kopf fort.', 'Es gibt nichts anzunehmen.'),
	'write-failed': (details) => ({
		happened: `Eine Datei ließ sich nicht schreiben${inBrackets(plainDetail(details, 'path'), plainDetail(details, 'reason'))}.`,
		kept: rowsKept,
		next: 'Prüfen Sie den Ordner und den freien Platz; versuchen Sie es dann erneut.',
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
		next: 'Prüfen Sie, ob sie da ist und ob Sie sie lesen dürfen.',
	}),
	'print-failed': say(
		'Das PDF ließ sich nicht erstellen.',
		'Speichern Sie den HTML-Bericht, und drucken Sie ihn aus einem Browser.',
		'Der Prüflauf ist unberührt.',
	),
	'link-not-opened': say('Auf diesem Rechner ließ sich kein Browser öffnen.', 'Kopieren Sie die Adresse, und öffnen Sie sie von Hand.'),
	'wrong-use': say('Etwas an der Eingabe passt nicht.', 'Prüfen Sie die markierten Felder, und versuchen Sie es erneut.'),
	'connection-lost': say(
		'Die Verbindung zu Invite Doctor brach ab, bevor es antwortete.',
		'Sie wird von selbst wieder aufgebaut; versuchen Sie es dann erneut.',
		'Prüfläufe gehen ohne dieses Fenster weiter.',
	),
	internal: say(
		'Invite Doctor hat einen Fehler gemacht und konnte das nicht tun.',
		'Versuchen Sie es erneut; bleibt es dabei, melden Sie es mit dem Log.',
		'Gespeicherte Befunde sind unberührt.',
	),
};
