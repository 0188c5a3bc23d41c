import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { offlineWords, words } from '../../messages.ts';
import { allSites, siteCheck } from '../../sites.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { FileDrop, useNoStrayDrops } from '../../ui/file-drop.tsx';
import { tablesAnd } from '../../ui/file-types.ts';
import { Page } from '../../ui/page-states.tsx';
import page from '../../ui/page.module.css';
import { useChosenSnapshot, useOffline, useOfflineStart } from '../snapshots/offline-choice.ts';
import { OfflineForm } from '../snapshots/offline-form.tsx';
import { WayChoice } from '../snapshots/way-choice.tsx';
import { AccessForm } from './access-form.tsx';
import { Drafts } from './drafts.tsx';
import { useImport } from './import-draft.ts';
import classes from './import-page.module.css';
import { ListHeader } from './list-header.tsx';
import { ListPane } from './list-pane.tsx';
import { StartSeveral } from './several-form.tsx';
import { useIsSeveral } from './several-sites.ts';
import { TargetForm } from './target-form.tsx';

const StartBar = () => {
	const { stage, site, desk, list, start } = useImport();
	const isSeveral = useIsSeveral();
	// Where the site names its service projects, one has to be chosen; where it could not be asked, the run will say what is missing.
	const { data: check, error, isFetching } = useQuery({ ...siteCheck(site ?? ''), enabled: false });
	const mustChooseDesk = isFetching || (error === null && check !== undefined && check.desks.length > 0);
	const offline = useOfflineStart();
	const { data: sites } = useQuery(allSites);
	if (list === null) return null;
	const lacksDesk = !isSeveral && site !== null && mustChooseDesk && desk === null;
	const isAddressOnly = !isSeveral && sites?.find(({ name }) => name === site)?.signIn === 'address';
	const isTargetOpen = offline === null && (site === null || lacksDesk || isAddressOnly);
	const { rowsToRun, counts } = list.state;
	return (
		<div className={classes['start']}>
			<span className={classes['facts']} role="status">
				<strong>{rowsToRun === 0 ? words.import.nothingToRun : words.import.toRun(rowsToRun, counts.all)}</strong>
				{counts.errors > 0 && <span className={classes['errors']}>{words.import.errorsToRun(counts.errors)}</span>}
			</span>
			{(lacksDesk || isAddressOnly) && offline === null ? (
				<span className={page['muted']}>{isAddressOnly ? words.import.startNeedsSnapshot : words.import.startNeedsDesk}</span>
			) : (
				<span className={`${page['muted'] ?? ''} ${classes['calm'] ?? ''}`}>
					{offline === null ? words.import.startHint : offlineWords.startHint}
				</span>
			)}
			{isSeveral && offline === null ? (
				<StartSeveral rowsToRun={rowsToRun} />
			) : (
				<Button
					size="sm"
					loading={stage === 'starting'}
					disabled={isTargetOpen || offline === 'incomplete' || rowsToRun === 0}
					onClick={() => offline !== 'incomplete' && void start(offline)}
				>
					{words.import.start}
				</Button>
			)}
		</div>
	);
};

const listTypes = tablesAnd('.txt', '.vcf', '.ldif', '.json', 'text/plain');

const DropZone = () => {
	const { stage, openFile, openText } = useImport();
	return (
		<FileDrop
			accept={listTypes}
			isOpening={stage === 'opening'}
			text={words.import}
			onFile={(file) => void openFile(file)}
			onText={(text) => void openText(text)}
		/>
	);
};

const ChooseList = () => {
	const failure = useImport((draft) => draft.failure);
	return (
		<Page title={words.import.title}>
			{failure !== null && <FailureNote failure={failure} />}
			<Drafts />
			<DropZone />
		</Page>
	);
};

export const ImportPage = () => {
	useNoStrayDrops();
	const { list, failure, site } = useImport();
	const isSeveral = useIsSeveral();
	const isOffline = useOffline(({ isOn }) => isOn);
	const snapshotUrl = useChosenSnapshot()?.site.url ?? null;
	const { data: sites } = useQuery(allSites);
	const siteUrl = sites?.find(({ name }) => name === site)?.url ?? null;
	if (list === null) return <ChooseList />;
	return (
		<div className={classes['view']}>
			<ListHeader preview={list.preview} />
			<div className={classes['work']}>
				<ListPane {...list} />
				<div className={classes['target']}>
					{failure !== null && <FailureNote failure={failure} />}
					<WayChoice site={site} />
					{isOffline ? <OfflineForm /> : <TargetForm />}
					{(isOffline || !isSeveral) && <AccessForm siteUrl={isOffline ? snapshotUrl : siteUrl} site={isOffline ? null : site} />}
				</div>
			</div>
			<StartBar />
		</div>
	);
};
