import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Run } from '#shared/run.ts';
import { allRuns } from '../../../activity.ts';
import { resultWords, stateTexts, words } from '../../../messages.ts';
import { routeHash } from '../../../route.ts';
import { formatMoment } from '../../../ui/formats.ts';
import page from '../../../ui/page.module.css';
import { SearchField } from '../../../ui/search-field.tsx';
import { useClientOf } from '../../../sites.ts';
import classes from './compare-dialog.module.css';
import { inOrder, rankOtherRuns, runFits } from './other-runs.ts';

const text = resultWords.compare;
const mostShown = 30;

const RunLink = (props: { readonly run: Run; readonly to: Run; readonly client: string | null; readonly onClose: () => void }) => {
	const { run, to, client, onClose } = props;
	return (
		<li>
			<a className={classes['option']} href={routeHash({ at: 'compare', ...inOrder(run, to) })} onClick={onClose}>
				<span className={classes['name']}>{to.listName}</span>
				<span className={classes['facts']}>
					{[client, to.site.name, to.desk?.key, formatMoment(to.startedAt), stateTexts[to.state], words.shell.rows(to.rowCount)]
						.filter(Boolean)
						.join(' · ')}
				</span>
			</a>
		</li>
	);
};

const OtherRuns = ({ run, onClose }: { readonly run: Run; readonly onClose: () => void }) => {
	const { data: runs = [] } = useQuery(allRuns);
	const clientOf = useClientOf();
	const [typed, setTyped] = useState('');
	const fitting = rankOtherRuns(run, runs).filter((other) => runFits(other, clientOf(other.site.name), typed.trim()));
	return (
		<div className={page['section']}>
			<p className={page['muted']}>{text.chooseText}</p>
			<SearchField data-autofocus label={text.search} value={typed} onType={setTyped} />
			{fitting.length === 0 ? (
				<p className={page['muted']}>{runs.length < 2 ? text.noOther : text.noneFits}</p>
			) : (
				<ul className={classes['options']} aria-label={text.runs}>
					{fitting.slice(0, mostShown).map((other) => (
						<RunLink key={other.id} run={run} to={other} client={clientOf(other.site.name)} onClose={onClose} />
					))}
				</ul>
			)}
			{fitting.length > mostShown && <p className={page['muted']}>{text.more(fitting.length - mostShown)}</p>}
		</div>
	);
};

/** Which other run to compare with. `run`: open for this one. */
export const CompareDialog = ({ run, onClose }: { readonly run: Run | null; readonly onClose: () => void }) => (
	<Modal opened={run !== null} onClose={onClose} title={run === null ? '' : text.chooseTitle(run.listName)} size={560}>
		{run !== null && <OtherRuns run={run} onClose={onClose} />}
	</Modal>
);
