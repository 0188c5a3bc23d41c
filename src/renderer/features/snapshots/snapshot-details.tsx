import type { SnapshotInfo } from '#shared/snapshot.ts';
import { failureText, coverageTexts, adminFileKindTexts, gapTexts, partTexts, snapshotWords as text } from '../../messages.ts';
import { formatCount, formatDay, formatMoment } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import { RemoveAdminFile } from './remove-admin-file.tsx';
import { gapsOf, groupParts, type PartGroup } from './snapshot-contents.ts';
import classes from './snapshot-item.module.css';

const partName = ({ kind, desks }: PartGroup): string => (desks === 0 ? partTexts[kind] : text.partOf(partTexts[kind], desks));

/** Every part with the call it was read with and when: what a verdict of this snapshot rests on. */
export const SnapshotParts = ({ snapshot }: { readonly snapshot: SnapshotInfo }) => {
	const groups = groupParts(snapshot);
	if (groups.length === 0) return null;
	return (
		<details className={classes['details']}>
			<summary>{text.contents}</summary>
			<div className={classes['scroll']} tabIndex={0} role="group" aria-label={text.contents}>
				<table className={classes['table']} aria-label={text.contents}>
					<thead>
						<tr>
							<th scope="col">{text.table.part}</th>
							<th scope="col" className={classes['number']}>
								{text.table.records}
							</th>
							<th scope="col">{text.table.from}</th>
							<th scope="col">{text.table.read}</th>
						</tr>
					</thead>
					<tbody>
						{groups.map((group) => (
							<tr key={group.kind}>
								<th scope="row">{partName(group)}</th>
								<td className={classes['number']}>{formatCount(group.records)}</td>
								<td>{group.source === 'declared' ? text.declared : <code>{group.source}</code>}</td>
								<td>{group.from !== null && group.until !== null && text.until(formatMoment(group.from), formatMoment(group.until))}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
};

/** Files an admin handed over, one a line. */
export const SnapshotExports = ({ snapshot, canRemove = false }: { readonly snapshot: SnapshotInfo; readonly canRemove?: boolean }) =>
	snapshot.adminFiles.length === 0 ? null : (
		<ul className={classes['lines']}>
			{snapshot.adminFiles.map((file) => {
				const { part, kind, fileName, takenAt, people, coverage, unreadable } = file;
				return (
					<li key={part}>
						{text.export(adminFileKindTexts[kind], formatDay(takenAt), people, coverageTexts[coverage])}{' '}
						<span className={page['muted']} dir="auto">
							({fileName})
						</span>
						{unreadable > 0 && <span className={classes['warning']}> {text.unreadable(unreadable)}</span>}
						{canRemove && <RemoveAdminFile snapshot={snapshot} file={file} />}
					</li>
				);
			})}
		</ul>
	);

/** What is not in it, in words. While it is being pulled nothing is missing yet. */
export const SnapshotGaps = ({ snapshot }: { readonly snapshot: SnapshotInfo }) => {
	const gaps = snapshot.state === 'pulling' ? [] : gapsOf(snapshot);
	if (gaps.length === 0) return null;
	return (
		<div>
			<h4 className={classes['subject']}>{text.missing}</h4>
			<ul className={`${classes['lines']} ${classes['gaps']}`}>
				{gaps.map(({ kind, state, why, desks, more }) => (
					<li key={`${kind} ${state} ${why}`}>
						{text.gap(partTexts[kind], desks, more, gapTexts[state])}
						{why !== null && why !== 'no-org-key' && (
							<span className={page['muted']}> {failureText({ code: why, details: {} }).happened}</span>
						)}
					</li>
				))}
			</ul>
		</div>
	);
};
