import { Button, Loader, Textarea } from '@mantine/core';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { words } from '../../messages/words.ts';
import { UploadIcon } from '../../ui/icons.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';
import classes from './drop-zone.module.css';
import { useImport } from './import-draft.ts';

export const DropZone = () => {
	const { stage, openFile, openText } = useImport();
	const [over, setOver] = useState(false);
	const [text, setText] = useState('');
	const input = useRef<HTMLInputElement>(null);
	const late = useDelayed(stage === 'opening', 150);

	useEffect(() => {
		// Copied in a spreadsheet and pasted onto the page: there is no need to find the field first.
		const onPaste = (event: ClipboardEvent): void => {
			const data = event.clipboardData;
			if (event.target instanceof HTMLTextAreaElement || data === null || useImport.getState().stage !== 'choosing') return;
			const file = data.files[0];
			const pasted = data.getData('text/plain');
			// A spreadsheet puts a picture of the cells beside their text.
			if (pasted.trim() !== '') void openText(pasted);
			else if (file !== undefined) void openFile(file);
		};
		document.addEventListener('paste', onPaste);
		return () => document.removeEventListener('paste', onPaste);
	}, [openFile, openText]);

	const onDrop = (event: DragEvent): void => {
		event.preventDefault();
		setOver(false);
		const file = event.dataTransfer.files[0];
		if (file !== undefined) void openFile(file);
	};

	return (
		<div className={classes['choose']}>
			<div
				className={classes['zone']}
				data-over={over}
				onDragOver={(event) => {
					event.preventDefault();
					setOver(true);
				}}
				onDragLeave={() => setOver(false)}
				onDrop={onDrop}
			>
				{late ? <Loader size={20} /> : <UploadIcon size={22} />}
				<strong>{late ? words.import.opening : over ? words.import.dropNow : words.import.drop}</strong>
				<p>{words.import.dropHint}</p>
				<Button onClick={() => input.current?.click()} disabled={stage === 'opening'}>
					{words.import.choose}
				</Button>
				<input
					ref={input}
					type="file"
					accept=".xlsx,.xlsm,.csv,.tsv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv,text/plain,text/tab-separated-values"
					className={classes['file']}
					tabIndex={-1}
					aria-label={words.import.choose}
					onChange={(event) => {
						const file = event.currentTarget.files?.[0];
						// Emptied, so that the same file can be chosen again after it was corrected.
						event.currentTarget.value = '';
						if (file !== undefined) void openFile(file);
					}}
				/>
			</div>
			<div className={classes['paste']}>
				<Textarea
					label={words.import.paste}
					description={words.import.pasteHint}
					rows={5}
					value={text}
					spellCheck={false}
					onChange={(event) => setText(event.currentTarget.value)}
				/>
				<Button variant="default" disabled={text.trim() === '' || stage === 'opening'} onClick={() => void openText(text)}>
					{words.import.pasteButton}
				</Button>
			</div>
		</div>
	);
};
