import { Button, Loader } from '@mantine/core';
import { useRef, useState } from 'react';
import { snapshotWords as text } from '../../messages/en/snapshots.ts';
import { showFailure, showInfo } from '../../ui/notices.ts';
import { openSnapshotFile } from './open-snapshot.ts';
import classes from './open-snapshot-button.module.css';
import { useSnapshots } from './snapshots.ts';

/** Takes over a snapshot that somebody handed on as a file. */
export const OpenSnapshotButton = () => {
	const input = useRef<HTMLInputElement>(null);
	const [part, setPart] = useState<number | null>(null);
	const open = async (file: File): Promise<void> => {
		setPart(0);
		const opened = await openSnapshotFile(file, setPart);
		setPart(null);
		if (!opened.ok) {
			showFailure(opened.failure);
			return;
		}
		showInfo(text.opened(opened.value.site.name));
		await useSnapshots.getState().load();
	};
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
				className={classes['file']}
				tabIndex={-1}
				aria-label={text.open}
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
