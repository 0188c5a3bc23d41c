import { Button, Loader } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { snapshotWords as text } from '../../messages.ts';
import classes from './snapshots-page.module.css';
import { useSnapshotFile } from './open-snapshot.ts';

/** A snapshot's file is taken wherever on the page it is dropped. */
export const useDroppedSnapshots = (): void => {
	useEffect(() => {
		const onDrop = (event: DragEvent): void => {
			const file = event.dataTransfer?.files[0];
			if (file !== undefined) void useSnapshotFile.getState().open(file);
		};
		window.addEventListener('drop', onDrop);
		return () => window.removeEventListener('drop', onDrop);
	}, []);
};

/** Takes over a snapshot that somebody handed on as a file. */
export const OpenSnapshotButton = () => {
	const input = useRef<HTMLInputElement>(null);
	const { part, open } = useSnapshotFile();
	return (
		<span className={classes['open']}>
			<Button
				variant="default"
				disabled={part !== null}
				leftSection={part === null ? undefined : <Loader size={12} />}
				onClick={() => input.current?.click()}
			>
				{part === null ? text.open : part < 1 ? text.opening(Math.floor(part * 100)) : text.checking}
			</Button>
			<input
				ref={input}
				type="file"
				accept=".sqlite,application/vnd.sqlite3"
				hidden
				onChange={(event) => {
					const file = event.currentTarget.files?.[0];
					// Emptied, so that the same file can be chosen again.
					event.currentTarget.value = '';
					if (file !== undefined) void open(file);
				}}
			/>
		</span>
	);
};
