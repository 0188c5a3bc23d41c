import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { api } from '../../api.ts';
import { everybodyWords as text } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { DialogActions, DialogButton } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { offlineStart } from './offline-target.ts';
import { AsItIs, SnapshotDeskField } from './snapshot-fields.tsx';

const EverybodyForm = ({ snapshot, onClose }: { readonly snapshot: SnapshotInfo; readonly onClose: () => void }) => {
	const [deskKey, setDeskKey] = useState<string | null>(null);
	const [isAllowed, setAllowed] = useState(false);
	const start = useMutation(
		api.runs.startSiteWide.mutationOptions({
			meta: { failure: 'in place', invalidates: [api.runs.list.key()] },
			onSuccess: ({ runId, withoutAddress }) => {
				if (withoutAddress > 0) showInfo(text.withoutAddress(withoutAddress));
				goTo({ at: 'run', runId });
			},
		}),
	);
	const wanted = offlineStart(snapshot, deskKey, isAllowed, []);
	const begin = (): void => {
		if (wanted === null) return;
		const { desk, offline } = wanted;
		start.mutate({ listName: text.listName(snapshot.site.name), ...(desk === undefined ? {} : { desk }), ...offline });
	};
	return (
		<div className={page['section']}>
			<p>{text.what}</p>
			<SnapshotDeskField snapshot={snapshot} deskKey={deskKey} onChange={setDeskKey} />
			<AsItIs snapshot={snapshot} deskKey={deskKey} isAllowed={isAllowed} onChange={setAllowed} />
			{start.error !== null && <FailureNote failure={start.error} />}
			<DialogActions
				label={text.start}
				loading={start.isPending}
				disabled={wanted === null}
				onClick={begin}
				focus="label"
				onCancel={onClose}
			/>
		</div>
	);
};

/** A run without a list: over everybody of the snapshot with whom something may be wrong. */
export const CheckEverybody = ({ snapshot, label }: { readonly snapshot: SnapshotInfo; readonly label: string }) => (
	<DialogButton label={text.button} name={label} title={text.title}>
		{(close) => <EverybodyForm snapshot={snapshot} onClose={close} />}
	</DialogButton>
);
