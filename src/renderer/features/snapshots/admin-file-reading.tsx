import { NativeSelect } from '@mantine/core';
import {
	type AdminFileKind,
	adminFileKinds,
	type AdminFilePreview,
	type Meaning,
	meaningsOf,
	type UnmappedValue,
} from '#shared/admin-files.ts';
import { adminFileWords as text, kindHints, meaningTexts, noticeText, roleTexts, adminFileKindTexts } from '../../messages.ts';
import page from '../../ui/page.module.css';
import classes from './add-admin-file-page.module.css';
import { chosenMeaning, valuesToShow, withColumn, withMeaning } from './admin-file-choice.ts';
import { useAdminFileDraft } from './admin-file-draft.ts';
import { AdminFileSample } from './admin-file-sample.tsx';

type Role = keyof typeof roleTexts;

const roles = Object.keys(roleTexts) as readonly Role[];
/** More than anybody answers at a glance: mostly another column is meant. */
const mostValues = 30;

const KindField = ({ preview }: { readonly preview: AdminFilePreview }) => {
	const { choice, correct } = useAdminFileDraft();
	return (
		<NativeSelect
			className={classes['field']}
			label={text.kind}
			description={preview.kind === null ? text.kindHint : kindHints[preview.kind]}
			value={preview.kind ?? ''}
			onChange={(event) => void correct({ ...choice, kind: event.currentTarget.value as AdminFileKind })}
			data={[
				...(preview.kind === null ? [{ value: '', label: text.chooseKind, disabled: true }] : []),
				...adminFileKinds.map((kind) => ({ value: kind, label: adminFileKindTexts[kind] })),
			]}
		/>
	);
};

const ColumnField = ({ preview, role }: { readonly preview: AdminFilePreview; readonly role: Role }) => {
	const { choice, correct } = useAdminFileDraft();
	const column = preview.mapping[role];
	const isMissing = preview.missing.includes(role);
	const change = (value: string): void => void correct(withColumn(choice, role, value === '' ? null : Number(value)));
	return (
		<NativeSelect
			label={roleTexts[role]}
			error={isMissing}
			value={column === null ? '' : String(column)}
			onChange={(event) => change(event.currentTarget.value)}
			data={[
				{ value: '', label: isMissing ? text.chooseColumn : text.noColumn },
				...preview.columns.map((title, index) => ({ value: String(index), label: title === '' ? `#${index + 1}` : title })),
			]}
		/>
	);
};

const ValueField = ({ asked }: { readonly asked: UnmappedValue }) => {
	const { choice, correct } = useAdminFileDraft();
	const meaning = chosenMeaning(choice, asked);
	return (
		<NativeSelect
			label={asked.value === '' ? text.nothing : text.quoted(asked.value)}
			description={text.where(asked)}
			error={meaning === null}
			value={meaning ?? ''}
			onChange={(event) => void correct(withMeaning(choice, asked, event.currentTarget.value as Meaning))}
			data={[
				...(meaning === null ? [{ value: '', label: text.chooseMeaning, disabled: true }] : []),
				...meaningsOf[asked.role].map((one) => ({ value: one, label: meaningTexts[one] })),
			]}
		/>
	);
};

const Values = () => {
	const { asked, choice } = useAdminFileDraft();
	if (asked.length === 0) return null;
	const { shown, more } = valuesToShow(asked, choice, mostValues);
	return (
		<section className={page['section']}>
			<h2>{text.values}</h2>
			<p className={page['muted']}>{text.valuesHint}</p>
			<div className={classes['fields']}>
				{shown.map((one) => (
					<ValueField key={`${one.role} ${one.column} ${one.value}`} asked={one} />
				))}
			</div>
			{more > 0 && <p className={page['muted']}>{text.moreValues(more)}</p>}
		</section>
	);
};

/** What kind of file it is: what it proves depends on that. */
export const AdminFileKindForm = ({ preview }: { readonly preview: AdminFilePreview }) => (
	<section className={page['section']}>
		<h2>{text.recognised}</h2>
		<KindField preview={preview} />
		<p role="status">
			{text.people(preview.people)}
			{preview.remembered && <span className={page['muted']}> · {text.remembered}</span>}
		</p>
	</section>
);

/** How the file is read, all of it to be corrected. */
export const AdminFileReading = ({ preview }: { readonly preview: AdminFilePreview }) => (
	<>
		<section className={page['section']}>
			<h2>{text.columns}</h2>
			<p className={page['muted']}>{preview.layout === 'lines' ? text.lines : text.columnsHint}</p>
			{preview.notices.length > 0 && (
				<ul className={classes['notices']}>
					{preview.notices.map((notice) => (
						<li key={notice.code}>{noticeText(notice)}</li>
					))}
				</ul>
			)}
			{preview.layout === 'table' && (
				<div className={classes['fields']}>
					{roles.map((role) => (
						<ColumnField key={role} preview={preview} role={role} />
					))}
				</div>
			)}
			<AdminFileSample preview={preview} />
		</section>
		<Values />
	</>
);
