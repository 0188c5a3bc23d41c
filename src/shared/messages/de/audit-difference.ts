import type * as en from '../en/audit-difference.ts';

export const auditDifferenceText: typeof en.auditDifferenceText = (details, momentOf) => {
	const entry = (seq: unknown, at: unknown): string => `Eintrag ${String(seq)}${at === '' ? '' : ` vom ${momentOf(String(at))}`}`;
	const log = details['logSeq'] === 0 ? 'das Protokoll ist leer' : `das Protokoll endet mit ${entry(details['logSeq'], details['logAt'])}`;
	const head = entry(details['headSeq'], details['headAt']);
	switch (details['problem']) {
		case 'head-missing':
			return `Die Datei audit-head.json, die den letzten Eintrag des Audit-Protokolls nennt, fehlt; ${log}.`;
		case 'head-unreadable':
			return `Die Datei audit-head.json, die den letzten Eintrag des Audit-Protokolls nennt, ist nicht lesbar; ${log}.`;
		case 'log-shorter':
			return `Das Audit-Protokoll ist kürzer, als es war: ${log}; sein Kopf nennt ${head}.`;
		case 'log-other':
			return `Das Audit-Protokoll ist ein anderes: sein Kopf nennt ${head}, und der steht nicht darin; ${log}.`;
		case 'chain-broken':
			return `Das Audit-Protokoll setzt seinen Kopf nicht fort: der nennt ${head}, und Eintrag ${String(details['brokenSeq'])} folgt nicht daraus; ${log}.`;
		default:
			return 'Das Audit-Protokoll auf diesem Rechner setzt seinen Kopf nicht fort.';
	}
};
