import { Button, Loader, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ListPreview } from '#shared/lists.ts';
import { formatText } from './list-texts.ts';
import { words } from '../../messages.ts';
import { formatCount } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import { useDelayed } from '../../ui/use-delayed.ts';
import { useImport } from './import-draft.ts';
import classes from './list-header.module.css';

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
			<dd>{preview.headerRow === null ? words.import.noHeader : words.import.headerLine(preview.headerRow)}</dd>
		</div>
	</dl>
);

const SheetField = ({ sheet, sheets }: { readonly sheet: string; readonly sheets: readonly string[] }) => {
	const { openSheet, isReading } = useImport();
	const late = useDelayed(isReading);
	return (
		<label className={classes['sheet']}>
			{words.import.sheet}
			<NativeSelect value={sheet} data={[...sheets]} disabled={isReading} onChange={(event) => void openSheet(event.currentTarget.value)} />
			{late && <Loader size={14} aria-label={words.import.opening} />}
		</label>
	);
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
			<Modal
				opened={asking}
				onClose={() => setAsking(false)}
				title={words.import.startOverTitle}
				closeButtonProps={{ 'aria-label': words.common.close }}
			>
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
				{preview.format.kind === 'workbook' && preview.format.sheets.length > 1 && (
					<SheetField sheet={preview.format.sheet} sheets={preview.format.sheets} />
				)}
				<Facts preview={preview} />
			</div>
		</div>
		<StartOver />
	</header>
);
