import { Button, Modal } from '@mantine/core';
import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Deletable } from '#shared/deletion.ts';
import { api, queries } from '../../api.ts';
import { deletionWords as text } from '../../messages.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import classes from './delete-dialog.module.css';

interface DeleteDialogProps {
	/** `null` while nobody asks. */
	readonly of: Deletable | null;
	readonly title: string;
	/** What there is to choose before. */
	readonly choices?: ReactNode;
	/** What is said when it is gone. */
	readonly done: string;
	readonly onClose: () => void;
	/** To where what was deleted is not shown any more. */
	readonly onDeleted?: () => void;
}

const staysOf = (of: Deletable | null): string => {
	if (of?.kind === 'snapshot') return text.staysOfSnapshot;
	return of?.kind === 'site' && !of.withRuns ? text.staysOfSite : text.stays;
};

/** Says in numbers what goes, and what stays; deletes it once that was confirmed. */
export const DeleteDialog = ({ of, title, choices, done, onClose, onDeleted }: DeleteDialogProps) => {
	const preview = useQuery(
		api.deletion.preview.queryOptions({ input: of === null ? skipToken : { of }, staleTime: 0, meta: { failure: 'in place' } }),
	);
	const counts = preview.data;
	const deleting = useMutation(
		api.deletion.carryOut.mutationOptions({
			meta: { failure: 'in place' },
			onSuccess: ({ isWiped }) => {
				onClose();
				onDeleted?.();
				showInfo(isWiped ? done : `${done}. ${text.notWiped}`);
				// Whatever the window holds may tell of it.
				void queries.invalidateQueries();
			},
		}),
	);
	const failure = deleting.error ?? preview.error;
	const close = (): void => {
		deleting.reset();
		onClose();
	};
	return (
		<Modal opened={of !== null} onClose={close} title={title}>
			<div className={page['section']}>
				{choices}
				{counts === undefined && preview.error === null && <p className={page['muted']}>{text.counting}</p>}
				{counts !== undefined && (
					<>
						<div>
							<p>{text.goes}</p>
							<ul className={classes['goes']}>
								{text.counts(counts).map((line) => (
									<li key={line}>{line}</li>
								))}
							</ul>
						</div>
						{counts.stranded > 0 && (
							<p className={classes['stranded']}>
								<WarningIcon />
								{text.stranded(counts.stranded)}
							</p>
						)}
						<p className={page['muted']}>{staysOf(of)}</p>
					</>
				)}
				{failure !== null && <FailureNote failure={failure} withKept={false} />}
				<div className={page['actions']}>
					<Button
						color="red.8"
						loading={deleting.isPending}
						disabled={counts === undefined}
						onClick={() => of !== null && deleting.mutate({ of })}
					>
						{of === null ? text.confirm : text.confirmFor[of.kind]}
					</Button>
					<Button variant="default" onClick={close} data-autofocus>
						{text.keep}
					</Button>
				</div>
			</div>
		</Modal>
	);
};

interface DeleteButtonProps extends Omit<DeleteDialogProps, 'of' | 'onClose'> {
	readonly of: Deletable;
	/** What the button is called for who cannot see what it stands beside. */
	readonly label: string;
	readonly isSmall?: boolean;
}

/** Asks before it deletes. */
export const DeleteButton = ({ of, label, isSmall = false, ...dialog }: DeleteButtonProps) => {
	const [asking, setAsking] = useState(false);
	return (
		<>
			<Button
				variant={isSmall ? 'subtle' : 'default'}
				size={isSmall ? 'compact-xs' : 'xs'}
				aria-label={label}
				onClick={() => setAsking(true)}
			>
				{text.button}
			</Button>
			<DeleteDialog of={asking ? of : null} onClose={() => setAsking(false)} {...dialog} />
		</>
	);
};
