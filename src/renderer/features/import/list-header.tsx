import { Button, Loader, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { encodings, type ListFormat, type ListPreview } from '#shared/lists.ts';
import { encodingText, formatText } from './list-texts.ts';
import { words } from '../../messages.ts';
import { formatCount } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import { useDelayed } from '../../ui/use-time.ts';
import { useImport } from './import-draft.ts';
import classes from './list-header.module.css';

/** The lines the titles may stand in: the one that is clicked, or chosen by key, has them. */
const HeaderLine = ({ preview: { head, headerRow } }: { readonly preview: ListPreview }) => {
	const { openWith, isReading } = useImport();
	const [isOpen, setOpen] = useState(false);
	const now = headerRow ?? 0;
	const lines = [...head, { line: 0, text: words.import.noHeaderLine }];
	const choose = (line: number): void => {
		setOpen(false);
		if (line !== now) void openWith({ headerLine: line });
	};
	return (
		<>
			{now === 0 ? words.import.noHeader : words.import.headerLine(now)}
			{head.length > 0 && (
				<Button variant="subtle" size="compact-xs" disabled={isReading} onClick={() => setOpen(true)}>
					{words.import.changeHeader}
				</Button>
			)}
			<Modal opened={isOpen} onClose={() => setOpen(false)} title={words.import.chooseHeader} size="lg">
				<p className={page['muted']}>{words.import.chooseHeaderHint}</p>
				<ol className={classes['lines']}>
					{lines.map(({ line, text }) => (
						<li key={line}>
							<button type="button" aria-current={line === now} data-autofocus={line === now || undefined} onClick={() => choose(line)}>
								<span>{line === 0 ? '' : line}</span>
								<span dir="auto">{text}</span>
							</button>
						</li>
					))}
				</ol>
			</Modal>
		</>
	);
};

const Facts = ({ preview }: { readonly preview: ListPreview }) => (
	<dl className={classes['facts']}>
		{preview.format.kind === 'workbook' && preview.format.sheets.length < 2 && (
			<div>
				<dt>{words.import.sheet}</dt>
				<dd dir="auto">{preview.format.sheet}</dd>
			</div>
		)}
		<div>
			<dt>{words.import.rows}</dt>
			<dd>{formatCount(preview.rowCount)}</dd>
		</div>
		<div>
			<dt>{words.import.format}</dt>
			<dd>{formatText(preview.format)}</dd>
		</div>
		<div>
			<dt>{words.import.header}</dt>
			<dd>
				<HeaderLine preview={preview} />
			</dd>
		</div>
	</dl>
);

interface ReadingProps<Value extends string> {
	readonly label: string;
	readonly value: Value;
	readonly values: readonly Value[];
	readonly textOf: (value: Value) => string;
	readonly onChoose: (value: Value) => Promise<void>;
}

/** What the file can be read as instead. */
const Reading = <Value extends string>({ label, value, values, textOf, onChoose }: ReadingProps<Value>) => {
	const isReading = useImport((draft) => draft.isReading);
	const late = useDelayed(isReading);
	return (
		<label className={classes['sheet']}>
			{label}
			<NativeSelect
				value={value}
				data={values.map((one) => ({ value: one, label: textOf(one) }))}
				disabled={isReading}
				onChange={(event) => {
					const chosen = values.find((one) => one === event.currentTarget.value);
					if (chosen !== undefined) void onChoose(chosen);
				}}
			/>
			{late && <Loader size={14} aria-label={words.import.opening} />}
		</label>
	);
};

const ReadingField = ({ format }: { readonly format: ListFormat }) => {
	const { openSheet, openEncoding, isPasted } = useImport();
	if (format.kind === 'workbook' && format.sheets.length > 1) {
		return <Reading label={words.import.sheet} value={format.sheet} values={format.sheets} textOf={String} onChoose={openSheet} />;
	}
	if (format.kind !== 'text' || isPasted) return null;
	return <Reading label={words.import.encoding} value={format.encoding} values={encodings} textOf={encodingText} onChoose={openEncoding} />;
};

/** Leaves the list; asks first where something was changed in it. */
const StartOver = () => {
	const edits = useImport(({ list }) => (list === null ? 0 : list.state.counts.edited + list.state.counts.excluded));
	const startOver = useImport((draft) => draft.startOver);
	const [asking, setAsking] = useState(false);
	return (
		<>
			<Button variant="default" onClick={() => (edits > 0 ? setAsking(true) : startOver())}>
				{words.import.startOver}
			</Button>
			<Modal opened={asking} onClose={() => setAsking(false)} title={words.import.startOverTitle}>
				<p className={page['muted']}>{words.import.startOverText(edits)}</p>
				<div className={classes['choice']}>
					<Button variant="default" onClick={() => setAsking(false)} data-autofocus>
						{words.import.keepList}
					</Button>
					<Button color="red.8" onClick={startOver}>
						{words.import.startOver}
					</Button>
				</div>
			</Modal>
		</>
	);
};

export const ListHeader = ({ preview }: { readonly preview: ListPreview }) => (
	<header className={classes['header']}>
		<div className={classes['names']}>
			<h1 className={classes['title']} title={preview.name} dir="auto">
				{preview.name}
			</h1>
			<div className={classes['line']}>
				<ReadingField format={preview.format} />
				<Facts preview={preview} />
			</div>
		</div>
		<StartOver />
	</header>
);
