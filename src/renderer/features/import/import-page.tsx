import { Button } from '@mantine/core';
import { words } from '../../messages/en/words.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import { useSites } from '../sites/sites.ts';
import { AccessForm } from './access-form.tsx';
import { DropZone } from './drop-zone.tsx';
import { useImport } from './import-draft.ts';
import classes from './import-page.module.css';
import { ListPreviewView } from './list-preview.tsx';
import { TargetForm } from './target-form.tsx';

const StartBar = () => {
	const { stage, site, desk, start } = useImport();
	// Where the site names its service projects, one has to be chosen; where it could not be asked, the run will say what is missing.
	const mustChooseDesk = useSites(({ checks }) => {
		const known = site === null ? undefined : checks.get(site);
		return known?.state === 'asking' || (known?.state === 'answered' && known.check.desks.length > 0);
	});
	return (
		<div className={classes['start']}>
			<span className={page['muted']}>{words.import.startHint}</span>
			<Button
				size="sm"
				loading={stage === 'starting'}
				disabled={site === null || (mustChooseDesk && desk === null)}
				onClick={() => void start()}
			>
				{words.import.start}
			</Button>
		</div>
	);
};

export const ImportPage = () => {
	const { list, failure, site, startOver } = useImport();
	const siteUrl = useSites(({ sites }) => sites?.find(({ name }) => name === site)?.url ?? null);
	return (
		<>
			<div className={page['page']}>
				<div className={page['column']}>
					<div className={page['head']}>
						<h1 className={classes['title']}>{list?.preview.name ?? words.import.title}</h1>
						{list !== null && (
							<Button variant="default" onClick={startOver}>
								{words.import.startOver}
							</Button>
						)}
					</div>
					{failure !== null && <FailureNote failure={failure} />}
					{list === null ? (
						<DropZone />
					) : (
						<>
							<ListPreviewView preview={list.preview} mapping={list.mapping} />
							<TargetForm />
							<AccessForm siteUrl={siteUrl} />
						</>
					)}
				</div>
			</div>
			{list !== null && <StartBar />}
		</>
	);
};
