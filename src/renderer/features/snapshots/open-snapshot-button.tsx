import { Button, Loader } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useRef } from 'react';
import { snapshotWords as text } from '../../messages.ts';
import { FileInput } from '../../ui/file-input.tsx';
import classes from './snapshots-page.module.css';
import { useSnapshotFile } from './open-snapshot.ts';

/** A snapshot's file is taken wherever on the page it is dropped. */
export const useDroppedSnapshots = (): void => {
	useWindowEvent('drop', (event) => {
		const file = event.dataTransfer?.files[0];
		if (file !== undefined) void useSnapshotFile.getState().open(file);
	});
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
			<FileInput input={input} accept=".sqlite,application/vnd.sqlite3" onFile={(file) => void open(file)} />
		</span>
	);
};
