import { Loader, Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskRef } from '#shared/run.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { api } from '../../api.ts';
import { pullWords as text } from '../../messages.ts';
import { siteCheck } from '../../sites.ts';
import { Choice, Choices } from '../../ui/choice.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { formatMoment } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import classes from './site-snapshots.module.css';
import { snapshotLists } from './snapshots.ts';

interface DesksProps {
	readonly site: string;
	/** Keys of those that are wanted. */
	readonly chosen: ReadonlySet<string>;
	readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** The site's service projects, asked for when they are to be chosen from. */
const DeskList = ({ site, chosen, onChange }: DesksProps) => {
	const { data: check, error } = useQuery(siteCheck(site));
	if (error !== null) return <FailureNote failure={error} withKept={false} />;
	if (check === undefined) {
		return (
			<p className={page['muted']} role="status">
				<Loader size={12} /> {text.loadingDesks}
			</p>
		);
	}
	const { desks } = check;
	if (desks.length === 0) return <p className={page['muted']}>{text.noDesks}</p>;
	const toggle = ({ key }: DeskRef, isChosen: boolean): void =>
		onChange(new Set(isChosen ? [...chosen, key] : [...chosen].filter((one) => one !== key)));
	return (
		<div className={classes['desks']}>
			{desks.map((desk) => (
				<Choice
					key={desk.id}
					type="checkbox"
					name="desk"
					label={`${desk.name} (${desk.key})`}
					checked={chosen.has(desk.key)}
					onChange={(isChosen) => toggle(desk, isChosen)}
				/>
			))}
		</div>
	);
};

interface PullFormProps {
	readonly site: string;
	/** The snapshot it goes on with. */
	readonly open: SnapshotInfo | null;
	/** Whether there is a complete one to keep answers of. */
	readonly canUpdate: boolean;
	readonly onClose: () => void;
}

const PullForm = ({ site, open, canUpdate, onClose }: PullFormProps) => {
	const [some, setSome] = useState(false);
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const [update, setUpdate] = useState(false);
	const pull = useMutation(
		api.snapshots.pull.mutationOptions({ meta: { failure: 'in place', invalidates: snapshotLists }, onSuccess: onClose }),
	);
	const start = (): void => pull.mutate({ site, ...(some ? { desks: [...chosen] } : {}), ...(update ? { update } : {}) });
	return (
		<div className={page['section']}>
			<p className={page['muted']}>{open === null ? text.reads : text.goesOn(formatMoment(open.takenAt))}</p>
			<Choices title={text.desks}>
				<Choice type="radio" name="desks" label={text.allDesks} checked={!some} onChange={() => setSome(false)} />
				<Choice type="radio" name="desks" label={text.someDesks} checked={some} onChange={() => setSome(true)}>
					{text.someDesksText}
				</Choice>
			</Choices>
			{some && <DeskList site={site} chosen={chosen} onChange={setChosen} />}
			{canUpdate && (
				<Choice type="checkbox" name="update" label={text.update} checked={update} onChange={setUpdate}>
					{text.updateText}
				</Choice>
			)}
			{pull.error !== null && <FailureNote failure={pull.error} withKept={false} />}
			<DialogActions
				label={open === null ? text.start : text.resume}
				loading={pull.isPending}
				disabled={some && chosen.size === 0}
				onClick={start}
				focus="label"
				onCancel={onClose}
			/>
		</div>
	);
};

export const PullDialog = ({ opened, ...form }: PullFormProps & { readonly opened: boolean }) => (
	<Modal opened={opened} onClose={form.onClose} title={text.title(form.site)} size={520}>
		<PullForm {...form} />
	</Modal>
);
