import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { words } from '../../messages/words.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import { useSites } from '../sites/sites.ts';
import { AccessForm } from './access-form.tsx';
import { DropZone } from './drop-zone.tsx';
import { useImport } from './import-draft.ts';
import classes from './import-page.module.css';
import { ListHeader } from './list-header.tsx';
import { ListPane } from './list-pane.tsx';
import { TargetForm } from './target-form.tsx';

const StartBar = () => {
	const { stage, site, desk, list, start } = useImport();
	// Where the site names its service projects, one has to be chosen; where it could not be asked, the run will say what is missing.
	const mustChooseDesk = useSites(({ checks }) => {
		const known = site === null ? undefined : checks.get(site);
		return known?.state === 'asking' || (known?.state === 'answered' && known.check.desks.length > 0);
	});
	if (list === null) return null;
	const { rowsToRun, counts } = list.state;
	return (
		<div className={classes['start']}>
			<span className={classes['facts']} role="status">
				<strong>{rowsToRun === 0 ? words.import.nothingToRun : words.import.toRun(rowsToRun, counts.all)}</strong>
				{counts.errors > 0 && <span className={classes['errors']}>{words.import.errorsToRun(counts.errors)}</span>}
			</span>
			<span className={page['muted']}>{words.import.startHint}</span>
			<Button
				size="sm"
				loading={stage === 'starting'}
				disabled={site === null || rowsToRun === 0 || (mustChooseDesk && desk === null)}
				onClick={() => void start()}
			>
				{words.import.start}
			</Button>
		</div>
	);
};

const ChooseList = () => {
	const failure = useImport((draft) => draft.failure);
	return (
		<div className={page['page']}>
			<div className={page['column']}>
				<div className={page['head']}>
					<h1>{words.import.title}</h1>
				</div>
				{failure !== null && <FailureNote failure={failure} />}
				<DropZone />
			</div>
		</div>
	);
};

const swallow = (event: DragEvent): void => event.preventDefault();

/** A file dropped beside the zone would take the window to that file, and everything here would be gone. */
const useNoStrayDrops = (): void => {
	useEffect(() => {
		window.addEventListener('dragover', swallow);
		window.addEventListener('drop', swallow);
		return () => {
			window.removeEventListener('dragover', swallow);
			window.removeEventListener('drop', swallow);
		};
	}, []);
};

export const ImportPage = () => {
	useNoStrayDrops();
	const { list, failure, site } = useImport();
	const siteUrl = useSites(({ sites }) => sites?.find(({ name }) => name === site)?.url ?? null);
	if (list === null) return <ChooseList />;
	return (
		<>
			<ListHeader preview={list.preview} />
			<div className={classes['work']}>
				<ListPane listId={list.listId} preview={list.preview} state={list.state} />
				<div className={classes['target']}>
					{failure !== null && <FailureNote failure={failure} />}
					<TargetForm />
					<AccessForm siteUrl={siteUrl} />
				</div>
			</div>
			<StartBar />
		</>
	);
};
