import { Button, Loader, Textarea } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { type DragEvent, useRef, useState } from 'react';
import classes from './file-drop.module.css';
import { FileInput } from './file-input.tsx';
import { UploadIcon } from './icons.tsx';
import { useDelayed } from './use-time.ts';

interface FileDropProps {
	readonly accept: string;
	/** A file is being read: no other is taken. */
	readonly isOpening: boolean;
	readonly text: {
		readonly drop: string;
		readonly dropNow: string;
		readonly dropHint: string;
		readonly choose: string;
		readonly opening: string;
		readonly paste: string;
		readonly pasteHint: string;
		readonly pasteButton: string;
	};
	readonly onFile: (file: File) => void;
	readonly onText: (text: string) => void;
}

const swallow = (event: Event): void => event.preventDefault();

/** A file dropped beside the zone would take the window to that file, and everything here would be gone. */
export const useNoStrayDrops = (): void => {
	useWindowEvent('dragover', swallow);
	useWindowEvent('drop', swallow);
};

/** Takes a file that is dropped, chosen or pasted, or text that is pasted, anywhere on the page or into the field. */
export const FileDrop = ({ accept, isOpening, text, onFile, onText }: FileDropProps) => {
	const [over, setOver] = useState(false);
	const [typed, setTyped] = useState('');
	const input = useRef<HTMLInputElement>(null);
	const late = useDelayed(isOpening, 150);

	// Copied in a spreadsheet and pasted onto the page: there is no need to find the field first.
	useWindowEvent('paste', (event) => {
		const data = event.clipboardData;
		if (event.target instanceof HTMLTextAreaElement || data === null || isOpening) return;
		const file = data.files[0];
		const pasted = data.getData('text/plain');
		// A spreadsheet puts a picture of the cells beside their text.
		if (pasted.trim() !== '') onText(pasted);
		else if (file !== undefined) onFile(file);
	});

	const onDrop = (event: DragEvent): void => {
		event.preventDefault();
		setOver(false);
		const file = event.dataTransfer.files[0];
		if (file !== undefined) onFile(file);
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
				<strong>{late ? text.opening : over ? text.dropNow : text.drop}</strong>
				<p>{text.dropHint}</p>
				<Button onClick={() => input.current?.click()} disabled={isOpening}>
					{text.choose}
				</Button>
				<FileInput input={input} accept={accept} onFile={onFile} />
			</div>
			<div className={classes['paste']}>
				<Textarea
					label={text.paste}
					description={text.pasteHint}
					rows={5}
					value={typed}
					spellCheck={false}
					onChange={(event) => setTyped(event.currentTarget.value)}
				/>
				<Button variant="default" disabled={typed.trim() === '' || isOpening} onClick={() => onText(typed)}>
					{text.pasteButton}
				</Button>
			</div>
		</div>
	);
};
