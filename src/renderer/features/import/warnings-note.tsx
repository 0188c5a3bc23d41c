import type { ListWarning } from '#shared/lists.ts';
import { warningTexts } from '../../messages/en/terms.ts';
import { words } from '../../messages/en/words.ts';
import { formatCount } from '../../ui/formats.ts';
import classes from './list-preview.module.css';

const mostLines = 8;
const codes = Object.keys(warningTexts) as ListWarning['code'][];

export const WarningsNote = ({ warnings }: { readonly warnings: readonly ListWarning[] }) => {
	if (warnings.length === 0) return null;
	return (
		<div className={classes['warnings']} role="status">
			<strong>{words.import.warnings(warnings.length)}</strong>
			<ul>
				{codes.map((code) => {
					const rows = warnings.filter((warning) => warning.code === code).map(({ row }) => row);
					if (rows.length === 0) return null;
					const text = warningTexts[code];
					const lines = rows.slice(0, mostLines).map(formatCount).join(', ');
					return (
						<li key={code}>
							{formatCount(rows.length)} {rows.length === 1 ? text.one : text.many}:{' '}
							{words.import.warningLines(lines, Math.max(0, rows.length - mostLines))}
						</li>
					);
				})}
			</ul>
			<p>{words.import.warningsHint}</p>
		</div>
	);
};
