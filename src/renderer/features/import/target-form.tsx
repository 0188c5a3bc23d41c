import { Button, NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import { words } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import { useSites } from '../sites/sites.ts';
import { useImport } from './import-draft.ts';
import { KnownAccessHint } from './known-access-hint.tsx';
import { ChooseSeveral, SeveralForm } from './several-form.tsx';
import { useIsSeveral } from './several-sites.ts';
import classes from './target-form.module.css';

const DeskField = ({ site }: { readonly site: string }) => {
	const known = useSites(({ checks }) => checks.get(site));
	const desk = useImport((draft) => draft.desk);
	const desks = known?.state === 'answered' ? known.check.desks : null;
	useEffect(() => {
		// Where there is only one, there is nothing to choose.
		if (desk === null && desks?.length === 1) useImport.setState({ desk: desks[0]?.key ?? null });
	}, [desk, desks]);
	if (known?.state === 'failed') return null;
	const choices = desks?.map(({ key, name }) => ({ value: key, label: `${name} (${key})` })) ?? [];
	const nothing = desks === null ? words.import.loadingDesks : desks.length === 0 ? words.import.noDesks : words.import.chooseDesk;
	return (
		<NativeSelect
			label={words.import.desk}
			value={desk ?? ''}
			disabled={desks === null || desks.length === 0}
			onChange={(event) => useImport.setState({ desk: event.currentTarget.value === '' ? null : event.currentTarget.value })}
			data={[{ value: '', label: nothing }, ...choices]}
		/>
	);
};

export const TargetForm = () => {
	const sites = useSites((state) => state.sites);
	const site = useImport((draft) => draft.site);
	const chooseSite = useImport((draft) => draft.chooseSite);
	const isSeveral = useIsSeveral();
	const known = useSites(({ checks }) => (site === null ? undefined : checks.get(site)));
	useEffect(() => {
		const isGone = site !== null && sites !== null && !sites.some(({ name }) => name === site);
		if (isGone) useImport.setState({ site: null, desk: null });
		const only = sites?.length === 1 ? sites[0] : undefined;
		if (site === null && only !== undefined) chooseSite(only.name);
	}, [site, sites, chooseSite]);
	return (
		<section className={page['section']}>
			<h2>{words.import.target}</h2>
			{sites !== null && sites.length === 0 ? (
				<div className={page['actions']}>
					<span className={page['muted']}>{words.import.noSites}</span>
					<Button component="a" variant="default" href={routeHash({ at: 'sites' })}>
						{words.import.addSite}
					</Button>
				</div>
			) : isSeveral ? (
				<SeveralForm sites={sites ?? []} />
			) : (
				<div className={classes['fields']}>
					<NativeSelect
						label={words.import.site}
						value={site ?? ''}
						onChange={(event) => chooseSite(event.currentTarget.value)}
						data={[
							...(site === null ? [{ value: '', label: words.import.chooseSite, disabled: true }] : []),
							...(sites ?? []).map(({ name }) => ({ value: name, label: name })),
						]}
					/>
					{site !== null && <DeskField site={site} />}
				</div>
			)}
			{!isSeveral && sites !== null && sites.length > 1 && <ChooseSeveral />}
			{!isSeveral && site !== null && <KnownAccessHint site={site} />}
			{!isSeveral && site !== null && known?.state === 'failed' && (
				<>
					<FailureNote failure={known.failure} withKept={false} />
					<Button className={classes['toSite'] ?? ''} component="a" variant="default" href={routeHash({ at: 'site', name: site })}>
						{words.import.openSite}
					</Button>
				</>
			)}
		</section>
	);
};
