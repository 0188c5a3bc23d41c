import { NativeSelect } from '@mantine/core';
import type { ColumnMapping, ListPreview } from '#shared/lists.ts';
import { delimiterText, encodingText } from '../../messages/en/terms.ts';
import { words } from '../../messages/en/words.ts';
import { formatCount } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import { useImport } from './import-draft.ts';
import classes from './list-preview.module.css';
import { WarningsNote } from './warnings-note.tsx';

const roleOf = (mapping: ColumnMapping, column: number): string | null =>
	mapping.email === column
		? words.import.email
		: mapping.name === column
			? words.import.personName
			: mapping.organisation === column
				? words.import.organisation
				: null;

const Facts = ({ preview }: { readonly preview: ListPreview }) => (
	<dl className={classes['facts']}>
		<div>
			<dt>{words.import.rows}</dt>
			<dd>{formatCount(preview.rowCount)}</dd>
		</div>
		<div>
			<dt>{words.import.encoding}</dt>
			<dd>{encodingText(preview.encoding)}</dd>
		</div>
		<div>
			<dt>{words.import.delimiter}</dt>
			<dd>{delimiterText(preview.delimiter)}</dd>
		</div>
		<div>
			<dt>{words.import.header}</dt>
			<dd>{preview.hasHeader ? words.import.hasHeader : words.import.noHeader}</dd>
		</div>
	</dl>
);

const Columns = ({ preview, mapping }: { readonly preview: ListPreview; readonly mapping: ColumnMapping }) => {
	const changeMapping = useImport((draft) => draft.changeMapping);
	const titles = preview.columns.map((title, index) => ({ value: String(index), label: title }));
	const orNone = [{ value: '', label: words.import.notInList }, ...titles];
	const indexOf = (value: string): number | null => (value === '' ? null : Number(value));
	return (
		<div className={classes['columns']}>
			<NativeSelect
				label={words.import.email}
				value={String(mapping.email)}
				onChange={(event) => changeMapping({ email: Number(event.currentTarget.value) })}
				data={titles}
			/>
			<NativeSelect
				label={words.import.personName}
				value={mapping.name === null ? '' : String(mapping.name)}
				onChange={(event) => changeMapping({ name: indexOf(event.currentTarget.value) })}
				data={orNone}
			/>
			<NativeSelect
				label={words.import.organisation}
				value={mapping.organisation === null ? '' : String(mapping.organisation)}
				onChange={(event) => changeMapping({ organisation: indexOf(event.currentTarget.value) })}
				data={orNone}
			/>
		</div>
	);
};

const Sample = ({ preview, mapping }: { readonly preview: ListPreview; readonly mapping: ColumnMapping }) => (
	<div className={classes['scroll']} tabIndex={0} role="group" aria-label={words.import.previewTable}>
		<table className={classes['table']} aria-label={words.import.previewTable}>
			<thead>
				<tr>
					<th scope="col">{words.import.line}</th>
					{preview.columns.map((title, column) => (
						<th key={String(column)} scope="col" data-mapped={roleOf(mapping, column) !== null}>
							{title}
							{roleOf(mapping, column) !== null && <span className={classes['role']}>{roleOf(mapping, column)}</span>}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{preview.sample.map(({ row, cells }) => (
					<tr key={row}>
						<td>{row}</td>
						{preview.columns.map((_, column) => (
							<td key={String(column)} data-mapped={roleOf(mapping, column) !== null}>
								{cells[column] ?? ''}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	</div>
);

export const ListPreviewView = ({ preview, mapping }: { readonly preview: ListPreview; readonly mapping: ColumnMapping }) => (
	<section className={page['section']}>
		<Facts preview={preview} />
		<Columns preview={preview} mapping={mapping} />
		<WarningsNote warnings={preview.warnings} />
		<div>
			<p className={classes['caption']}>{words.import.firstRows(preview.sample.length, preview.rowCount)}</p>
			<Sample preview={preview} mapping={mapping} />
		</div>
	</section>
);
