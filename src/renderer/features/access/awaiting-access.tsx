import { Button, Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Run } from '#shared/run.ts';
import { api } from '../../api.ts';
import { accessWords } from '../../messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { PageButton } from '../links/page-button.tsx';
import { useSitePlace } from '../links/site-place.ts';
import { type AccessFields, canBeKept, declaredAccess, fieldsOf } from './access-fields.ts';
import { AccessKinds } from './access-kinds.tsx';

const text = accessWords.awaiting;

interface AnswerProps {
	readonly run: Run;
	readonly onClose: () => void;
	readonly onJudged: () => void;
}

const Answer = ({ run, onClose, onJudged }: AnswerProps) => {
	const asked = api.sites.access.queryOptions({ input: { name: run.site.name }, meta: { failure: 'in place' } });
	const { data: known } = useQuery(asked);
	const [newest] = known?.declarations ?? [];
	// What was said of the site since, and not yet of this run.
	const said = newest !== undefined && newest.at > (run.access.at ?? '') ? newest.access : run.access;
	const [typed, setTyped] = useState<AccessFields | null>(null);
	const fields = typed ?? fieldsOf(said);
	const place = useSitePlace(run.site, run.desk?.key ?? null);
	const declare = useMutation(
		api.runs.declareAccess.mutationOptions({
			meta: { failure: 'in place', invalidates: [api.runs.key({ type: 'query' }), api.sites.access.key()] },
			onSuccess: ({ judgedAgain }) => {
				onJudged();
				onClose();
				showInfo(text.judged(judgedAgain));
			},
		}),
	);
	const access = declaredAccess(fields);
	return (
		<form
			className={page['section']}
			onSubmit={(event) => {
				event.preventDefault();
				if (access !== null && canBeKept(fields)) declare.mutate({ runId: run.id, access });
			}}
		>
			<p className={page['muted']}>{accessWords.form.path}</p>
			<div className={page['actions']}>
				<PageButton page="customer-access" place={place} label={accessWords.form.open} />
				<PageButton page="approved-domains" place={place} label={accessWords.form.openDomains} />
			</div>
			<AccessKinds access={fields} onChange={(change) => setTyped({ ...fields, ...change })} />
			{declare.error !== null && <FailureNote failure={declare.error} withKept={false} />}
			<DialogActions
				label={accessWords.form.save}
				loading={declare.isPending}
				disabled={access === null || !canBeKept(fields)}
				onCancel={onClose}
			/>
		</form>
	);
};

/** What the page shows, said of a run that is over: its rows are judged again from what is known of them. */
export const JudgeAgainDialog = ({ isOpen, ...answer }: AnswerProps & { readonly isOpen: boolean }) => (
	<Modal opened={isOpen} onClose={answer.onClose} title={text.dialog} size={520}>
		<p className={page['muted']}>{text.text}</p>
		<Answer {...answer} />
	</Modal>
);

/** How many rows wait for somebody to say what the page shows; `0` until it was counted. */
export const useAwaitingAccess = ({ id, state }: Run): number => {
	const input = { runId: id };
	const { data = 0 } = useQuery({
		...api.runs.awaitingAccess.queryOptions({ input, meta: { failure: 'in place' } }),
		enabled: state !== 'running',
	});
	return state === 'running' ? 0 : data;
};

/** The question that decides most rows, answered where it is asked. */
export const AwaitingAccess = ({ run, rows, onJudged }: { readonly run: Run; readonly rows: number; readonly onJudged: () => void }) => {
	const [isOpen, setOpen] = useState(false);
	return (
		<Banner
			tone="warning"
			title={text.title(rows)}
			button={
				<Button variant="default" onClick={() => setOpen(true)}>
					{text.button}
				</Button>
			}
		>
			<p>{text.text}</p>
			<JudgeAgainDialog run={run} isOpen={isOpen} onClose={() => setOpen(false)} onJudged={onJudged} />
		</Banner>
	);
};
