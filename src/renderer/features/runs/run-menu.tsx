import { Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Run } from '#shared/run.ts';
import { api } from '../../api.ts';
import { deletionWords, resultWords } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { useCommand } from '../../ui/commands.ts';
import { DialogActions } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { JudgeAgainDialog } from '../access/awaiting-access.tsx';
import { DeleteDialog } from '../deletion/delete-dialog.tsx';
import { useRunAgain } from './run-again.ts';

const text = resultWords.runs;
const longestName = 200;

const RenameForm = ({ run, onClose }: { readonly run: Run; readonly onClose: () => void }) => {
	const [name, setName] = useState(run.listName);
	const renaming = useMutation(
		api.runs.rename.mutationOptions({
			meta: { failure: 'in place', invalidates: [api.runs.key(), api.plans.key(), api.sites.overview.key()] },
			onSuccess: (_, { name: now }) => {
				showInfo(text.renamed(now));
				onClose();
			},
		}),
	);
	const submit = (event: FormEvent): void => {
		event.preventDefault();
		renaming.mutate({ runId: run.id, name: name.trim() });
	};
	return (
		<form className={page['section']} onSubmit={submit}>
			<TextInput
				label={text.name}
				value={name}
				maxLength={longestName}
				data-autofocus
				onChange={(event) => setName(event.currentTarget.value)}
			/>
			{renaming.error !== null && <FailureNote failure={renaming.error} withKept={false} />}
			<DialogActions label={text.save} loading={renaming.isPending} disabled={name.trim() === ''} onCancel={onClose} />
		</form>
	);
};

interface RunMenuProps {
	readonly run: Run;
	/** In a line of the table of runs. */
	readonly isSmall?: boolean;
	/** On the run's own page: its verdicts are others now. */
	readonly onJudged?: () => void;
}

/** What is done less often with a run: again, another name, away with it. */
export const RunMenu = ({ run, isSmall = false, onJudged }: RunMenuProps) => {
	const [asks, setAsks] = useState<'judge' | 'rename' | 'delete' | null>(null);
	const again = useRunAgain(run.id);
	const close = (): void => setAsks(null);
	const isOnPage = !isSmall;
	const canStart = run.state !== 'running' && !again.isPending;
	useCommand({ id: 'run-again', label: text.again, isOffered: isOnPage && canStart, run: again.run });
	const canJudge = onJudged !== undefined && run.state !== 'running';
	useCommand({ id: 'judge-again', label: text.judgeAgain, isOffered: canJudge, run: () => setAsks('judge') });
	useCommand({ id: 'rename-run', label: text.rename, isOffered: isOnPage, run: () => setAsks('rename') });
	useCommand({ id: 'delete-run', label: deletionWords.confirmFor.run, isOffered: isOnPage, run: () => setAsks('delete') });
	const items: readonly MenuItem[] = [
		...(canStart && (isSmall || run.state !== 'finished') ? [{ id: 'again', label: text.again, choose: again.run }] : []),
		...(canJudge ? [{ id: 'judge', label: text.judgeAgain, choose: () => setAsks('judge') }] : []),
		{ id: 'rename', label: text.rename, choose: () => setAsks('rename') },
		{ id: 'delete', label: deletionWords.button, startsGroup: true, choose: () => setAsks('delete') },
	];
	return (
		<>
			<MoreButton label={text.more(run.listName)} items={items} isSmall={isSmall} />
			{canJudge && <JudgeAgainDialog run={run} isOpen={asks === 'judge'} onClose={close} onJudged={onJudged} />}
			<Modal opened={asks === 'rename'} onClose={close} title={text.renameTitle}>
				<RenameForm run={run} onClose={close} />
			</Modal>
			<DeleteDialog
				of={asks === 'delete' ? { kind: 'run', runId: run.id } : null}
				title={deletionWords.title.run}
				done={deletionWords.done.run}
				onClose={close}
				onDeleted={() => isOnPage && goTo({ at: 'runs' })}
			/>
		</>
	);
};
