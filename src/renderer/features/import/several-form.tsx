import { Button, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import type { SiteInfo, StartedOn } from '#shared/run.ts';
import { failureText, severalWords as text } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { Choice, Choices } from '../../ui/choice.tsx';
import { CheckIcon, WarningIcon } from '../../ui/icons.tsx';
import page from '../../ui/page.module.css';
import { byClient, type ClientSites } from '../sites/clients.tsx';
import { useImport } from './import-draft.ts';
import classes from './several-form.module.css';
import { mostSites, useSeveral } from './several-sites.ts';

const none: readonly never[] = [];

const ClientChoice = ({ group: { client, sites } }: { readonly group: ClientSites<SiteInfo> }) => {
	const chosen = useImport(({ several }) => several?.sites);
	const { choose } = useSeveral.getState();
	const names = sites.map(({ name }) => name);
	const isAll = names.every((name) => chosen?.includes(name) === true);
	return (
		<div className={classes['client']}>
			<Choices title={client ?? text.nobody}>
				{names.map((name) => (
					<Choice
						key={name}
						type="checkbox"
						name="site"
						label={name}
						checked={chosen?.includes(name) === true}
						onChange={(isChosen) => choose([name], isChosen)}
					/>
				))}
			</Choices>
			{names.length > 1 && (
				<Button
					className={classes['all']}
					variant="subtle"
					size="compact-xs"
					aria-label={isAll ? text.noneOf(client) : text.allOf(client)}
					onClick={() => choose(names, !isAll)}
				>
					{isAll ? text.none : text.all}
				</Button>
			)}
		</div>
	);
};

const Result = ({ site, started }: StartedOn) => {
	const failure = started.ok ? null : failureText(started.failure);
	return (
		<li data-tone={started.ok ? 'fine' : 'danger'}>
			{started.ok ? <CheckIcon size={14} /> : <WarningIcon size={14} />}
			<span>
				<strong>{site}</strong>{' '}
				{started.ok && (
					<a href={routeHash({ at: 'run', runId: started.value.runId })} aria-label={text.openOf(site)}>
						{text.open}
					</a>
				)}
				{failure !== null && `${failure.happened} ${failure.next}`}
			</span>
		</li>
	);
};

/** A sentence for each site that could not be started, and a way to each run that was. */
const Results = () => {
	const listId = useImport(({ list }) => list?.listId);
	const result = useSeveral((several) => several.result);
	if (result === null || result.listId !== listId) return null;
	return (
		<div className={page['section']} role="alert">
			<h3>{text.results}</h3>
			<ul className={classes['results']}>
				{result.started.map((one) => (
					<Result key={one.site} {...one} />
				))}
			</ul>
			<p className={page['muted']}>{text.retry}</p>
		</div>
	);
};

/** The sites a list is to be checked on, in place of the one. `sites`: all that can be. */
export const SeveralForm = ({ sites }: { readonly sites: readonly SiteInfo[] }) => {
	const several = useImport((draft) => draft.several);
	const { choose, nameDesk } = useSeveral.getState();
	const chosen = several?.sites ?? none;
	const count = chosen.length;
	useEffect(() => {
		const gone = chosen.filter((name) => !sites.some((site) => site.name === name));
		if (gone.length > 0) choose(gone, false);
	}, [chosen, choose, sites]);
	return (
		<>
			<Results />
			<div className={classes['sites']}>
				{byClient(sites).map((group) => (
					<ClientChoice key={group.client ?? ''} group={group} />
				))}
			</div>
			<p className={page['muted']} role="status">
				{count > mostSites ? text.tooMany(mostSites) : text.chosen(count)}
			</p>
			<TextInput
				label={text.desk}
				description={text.deskHint}
				value={several?.desk ?? ''}
				maxLength={100}
				spellCheck={false}
				onChange={(event) => nameDesk(event.currentTarget.value)}
			/>
			<p className={page['muted']}>{text.access}</p>
			<div className={page['actions']}>
				<Button
					variant="default"
					onClick={() => {
						useSeveral.setState({ result: null });
						useImport.setState({ several: null });
					}}
				>
					{text.toOne}
				</Button>
			</div>
		</>
	);
};

/** The way here from the form for one site, which is chosen already then. */
export const ChooseSeveral = ({ sites }: { readonly sites: readonly SiteInfo[] }) => {
	const { site, desk } = useImport();
	const chosen = sites.filter(({ name }) => name === site).map(({ name }) => name);
	const begin = (): void => {
		useSeveral.setState({ result: null });
		useImport.setState({ several: { sites: chosen, desk: desk ?? '' } });
	};
	return (
		<div>
			<Button variant="subtle" size="compact-xs" onClick={begin}>
				{text.toSeveral}
			</Button>
		</div>
	);
};

/** In place of the usual Start. */
export const StartSeveral = ({ rowsToRun }: { readonly rowsToRun: number }) => {
	const { start } = useSeveral.getState();
	const count = useImport(({ several }) => several?.sites.length ?? 0);
	const stage = useImport((draft) => draft.stage);
	return (
		<Button
			size="sm"
			loading={stage === 'starting'}
			disabled={rowsToRun === 0 || count === 0 || count > mostSites}
			onClick={() => void start()}
		>
			{text.start(count)}
		</Button>
	);
};
