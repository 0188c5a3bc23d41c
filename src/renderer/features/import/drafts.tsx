import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListDraft } from '#shared/lists.ts';
import { api } from '../../api.ts';
import { words } from '../../messages.ts';
import { DialogActions } from '../../ui/dialog.tsx';
import { formatMoment } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import classes from './drafts.module.css';
import { throwAway, useImport } from './import-draft.ts';

const text = words.import.drafts;

const Draft = ({ draft, onThrowAway }: { readonly draft: ListDraft; readonly onThrowAway: () => void }) => {
	const { stage, resume } = useImport();
	const { listId, name, site, rows, corrected, leftOut, keptAt } = draft;
	const facts = [words.shell.rows(rows), corrected + leftOut === 0 ? null : text.changes(corrected, leftOut), site];
	return (
		<li>
			<div className={classes['names']}>
				<strong dir="auto" title={name}>
					{name}
				</strong>
				<span className={page['muted']}>
					{facts.filter((fact) => fact !== null).join(' · ')} · <time dateTime={keptAt}>{formatMoment(keptAt)}</time>
				</span>
			</div>
			<Button
				variant="default"
				disabled={stage === 'opening'}
				aria-label={text.goOnWith(name, text.changes(corrected, leftOut))}
				onClick={() => void resume(listId)}
			>
				{text.goOn}
			</Button>
			<Button variant="subtle" aria-label={text.throwAwayOf(name)} onClick={onThrowAway}>
				{text.throwAway}
			</Button>
		</li>
	);
};

/** Lists that were opened here before and are not checked yet, each as it was left. */
export const Drafts = () => {
	const { data: drafts = [] } = useQuery(api.lists.drafts.queryOptions({ staleTime: 0, meta: { failure: 'in place' } }));
	const [asks, setAsks] = useState<ListDraft | null>(null);
	if (drafts.length === 0) return null;
	const close = (): void => setAsks(null);
	return (
		<section className={page['section']} aria-labelledby="drafts">
			<h2 id="drafts">{text.title}</h2>
			<ul className={classes['drafts']}>
				{drafts.map((draft) => (
					<Draft key={draft.listId} draft={draft} onThrowAway={() => setAsks(draft)} />
				))}
			</ul>
			<Modal opened={asks !== null} onClose={close} title={text.throwAwayTitle}>
				<p className={page['muted']}>{asks !== null && text.throwAwayText(asks.name, asks.corrected + asks.leftOut)}</p>
				<DialogActions
					label={text.throwAway}
					isDanger
					onClick={() => {
						if (asks !== null) void throwAway(asks.listId);
						close();
					}}
					focus="cancel"
					onCancel={close}
				/>
			</Modal>
		</section>
	);
};
