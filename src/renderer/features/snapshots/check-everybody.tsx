import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { api, ask, queries } from '../../api.ts';
import { type WindowFailure, everybodyWords as text, words } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { offlineStart } from './offline-target.ts';
import { AsItIs, SnapshotDeskField } from './snapshot-fields.tsx';

const EverybodyForm = ({ snapshot, onClose }: { readonly snapshot: SnapshotInfo; readonly onClose: () => void }) => {
	const [deskKey, setDeskKey] = useState<string | null>(null);
	const [isAllowed, setAllowed] = useState(false);
	const [failure, setFailure] = useState<WindowFailure | null>(null);
	const [asking, setAsking] = useState(false);
	const wanted = offlineStart(snapshot, deskKey, isAllowed, []);
	const start = async (): Promise<void> => {
		if (wanted === null) return;
		setAsking(true);
		setFailure(null);
		const { desk, offline } = wanted;
		const named = { listName: text.listName(snapshot.site.name), ...(desk === undefined ? {} : { desk }) };
		const answer = await ask((client) => client.runs.startSiteWide({ ...named, ...offline }));
		setAsking(false);
		if (!answer.ok) {
			setFailure(answer.failure);
			return;
		}
		const { runId, withoutAddress } = answer.value;
		if (withoutAddress > 0) showInfo(text.withoutAddress(withoutAddress));
		void queries.invalidateQueries({ queryKey: api.runs.list.key() });
		goTo({ at: 'run', runId });
	};
	return (
		<div className={page['section']}>
			<p>{text.what}</p>
			<SnapshotDeskField snapshot={snapshot} deskKey={deskKey} onChange={setDeskKey} />
			<AsItIs snapshot={snapshot} deskKey={deskKey} isAllowed={isAllowed} onChange={setAllowed} />
			{failure !== null && <FailureNote failure={failure} />}
			<div className={page['actions']}>
				<Button loading={asking} disabled={wanted === null} onClick={() => void start()} data-autofocus>
					{text.start}
				</Button>
				<Button variant="default" onClick={onClose}>
					{words.common.cancel}
				</Button>
			</div>
		</div>
	);
};

/** A run without a list: over everybody of the snapshot with whom something may be wrong. */
export const CheckEverybody = ({ snapshot, label }: { readonly snapshot: SnapshotInfo; readonly label: string }) => {
	const [opened, setOpened] = useState(false);
	const close = (): void => setOpened(false);
	return (
		<>
			<Button variant="default" aria-label={label} onClick={() => setOpened(true)}>
				{text.button}
			</Button>
			<Modal opened={opened} onClose={close} title={text.title} closeButtonProps={{ 'aria-label': words.common.close }}>
				<EverybodyForm snapshot={snapshot} onClose={close} />
			</Modal>
		</>
	);
};
