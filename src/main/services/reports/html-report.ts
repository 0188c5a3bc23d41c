import type { Run, RunRowDetail } from '#shared/run.ts';
import { ageWords } from './age-words.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value: string | number): string => String(value).replace(/[&<>"']/g, (char) => escapes[char] ?? char);
const cells = (values: readonly (string | number)[]): string => `<tr>${values.map((value) => `<td>${text(value)}</td>`).join('')}</tr>\n`;

const style = `body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1c2733;background:#fff}
h1{font-size:1.5rem;margin:0}p{color:#51606f}table{border-collapse:collapse;width:100%;margin:1.5rem 0}
th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #e2e7ec;overflow-wrap:anywhere}th{font-weight:600;background:#f5f7f9}
td:first-child{font-variant-numeric:tabular-nums}@media print{body{margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}
@media (prefers-color-scheme:dark){body{background:#14191f;color:#e4e9ee}p{color:#9fb0c0}th{background:#1d242c}th,td{border-color:#2c353f}}`;

const snapshotText = ({ snapshot, startedAt }: Run): string =>
	snapshot === null
		? ''
		: ` · against snapshot ${text(snapshot.id)}, taken ${text(snapshot.takenAt)} (${ageWords(Date.parse(snapshot.takenAt), Date.parse(startedAt))} before)`;

/** One page that needs nothing else, and lets nothing in: no script, no remote address, every text escaped. */
export function* htmlReport(run: Run, rows: Iterable<RunRowDetail>): Generator<string> {
	const causes = Object.entries(run.summary).sort(([, a], [, b]) => b - a);
	yield `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(run.listName)} – Invite Doctor</title><style>${style}</style></head><body>
<h1>${text(run.listName)}</h1>
<p>${text(run.site.url)}${run.desk ? `, ${text(run.desk.name)} (${text(run.desk.key)})` : ''} · ${text(run.startedAt)}${snapshotText(run)} · ${run.checkedCount} of ${run.rowCount} rows checked</p>
<table><thead><tr><th>Cause</th><th>Rows</th></tr></thead><tbody>\n`;
	for (const [cause, count] of causes) yield cells([cause, count]);
	yield '</tbody></table>\n<table><thead><tr><th>Line</th><th>Address</th><th>Name</th><th>Cause</th><th>Certainty</th><th>How we know</th></tr></thead><tbody>\n';
	for (const { row, email, name, verdict } of rows) {
		const evidence = verdict.evidence
			.map(({ asked, source, answer, at }) => `${asked} (${source}, ${at}): ${JSON.stringify(answer)}`)
			.join('\n');
		yield cells([row, email, name ?? '', verdict.cause, verdict.certainty, evidence]);
	}
	yield '</tbody></table></body></html>\n';
}
