import type { ColumnRole, AdminFilePreview } from '#shared/admin-files.ts';
import { adminFileWords as text, roleTexts } from '../../messages.ts';
import classes from './add-admin-file-page.module.css';

const shownRows = 5;

const roleAt = ({ mapping }: AdminFilePreview, column: number): keyof typeof roleTexts | null =>
	(Object.keys(roleTexts) as (keyof typeof roleTexts & ColumnRole)[]).find((role) => mapping[role] === column) ?? null;

/** How the file begins, with what its columns are taken for. */
export const AdminFileSample = ({ preview }: { readonly preview: AdminFilePreview }) => (
	<div className={classes['scroll']} tabIndex={0} role="group" aria-label={text.sample}>
		<table className={classes['sample']} aria-label={text.sample}>
			{preview.columns.length > 0 && (
				<thead>
					<tr>
						{preview.columns.map((title, column) => {
							const role = roleAt(preview, column);
							return (
								// A title may stand twice: a column has no other identity than its place.
								<th key={String(column)} scope="col" data-read={role !== null}>
									<span dir="auto">{title}</span>
									{role !== null && <span className={classes['role']}>{roleTexts[role]}</span>}
								</th>
							);
						})}
					</tr>
				</thead>
			)}
			<tbody>
				{preview.sample.slice(0, shownRows).map(({ row, cells }) => (
					<tr key={row}>
						{cells.map((cell, column) => (
							<td key={String(column)} dir="auto" title={cell}>
								{cell}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	</div>
);
