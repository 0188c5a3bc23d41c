import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DeskRef } from '#shared/run.ts';
import { offlineWords, words } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { allSites, siteCheck, siteLabel } from '../../sites.ts';
import { useSnapshotWay } from '../snapshots/offline-choice.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import { useImport } from './import-draft.ts';
import { KnownAccessHint } from './known-access-hint.tsx';
import { ChooseSeveral, SeveralForm } from './several-form.tsx';
import { useIsSeveral } from './several-sites.ts';
import classes from './import-page.module.css';

/** `desks`: `null` while the site is asked. */
const DeskField = ({ desks, usual }: { readonly desks: readonly DeskRef[] | null; readonly usual: string | null }) => {
	const desk = useImport((draft) => draft.desk);
	useEffect(() => {
		// Where there is only one, there is nothing to choose.
		const only = desks?.length === 1 ? desks[0] : desks?.find(({ key }) => key === usual);
		if (desk === null && only !== undefined) useImport.setState({ desk: only.key });
	}, [desk, desks, usual]);
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

/** A site without an account cannot be asked: its snapshots can. */
const NoAccount = ({ site }: { readonly site: string }) => {
	const takeSnapshot = useSnapshotWay(site);
	return (
		<div className={classes['access']} role="status">
			<p>{words.import.noAccount(site)}</p>
			<div className={page['actions']}>
				<Button onClick={takeSnapshot}>{offlineWords.offline}</Button>
				<Button component="a" variant="default" href={routeHash({ at: 'site', name: site })}>
					{words.import.openSite}
				</Button>
			</div>
		</div>
	);
};

export const TargetForm = () => {
	const { data: sites } = useQuery(allSites);
	const site = useImport((draft) => draft.site);
	const chooseSite = useImport((draft) => draft.chooseSite);
	const isSeveral = useIsSeveral();
	// A list is checked live there: what has no account cannot be asked.
	const live = sites?.filter(({ email }) => email !== null) ?? [];
	const chosen = sites?.find(({ name }) => name === site);
	const isAddressOnly = chosen?.signIn === 'address';
	const { data: check, error } = useQuery({ ...siteCheck(site ?? ''), enabled: chosen !== undefined && !isAddressOnly });
	useEffect(() => {
		const isGone = site !== null && sites !== undefined && !sites.some(({ name }) => name === site);
		if (isGone) useImport.setState({ site: null, desk: null });
		const only = sites?.length === 1 ? sites[0] : undefined;
		if (site === null && only !== undefined) chooseSite(only.name);
	}, [site, sites, chooseSite]);
	return (
		<section className={page['section']}>
			<h2>{words.import.target}</h2>
			{sites?.length === 0 ? (
				<div className={page['actions']}>
					<span className={page['muted']}>{words.import.noSites}</span>
					<Button component="a" variant="default" href={routeHash({ at: 'sites' })}>
						{words.import.addSite}
					</Button>
				</div>
			) : isSeveral ? (
				<SeveralForm sites={live} />
			) : (
				<div className={classes['fields']}>
					<NativeSelect
						label={words.import.site}
						value={site ?? ''}
						onChange={(event) => chooseSite(event.currentTarget.value)}
						data={[
							...(site === null ? [{ value: '', label: words.import.chooseSite, disabled: true }] : []),
							...(sites ?? []).map((one) => ({ value: one.name, label: siteLabel(one) })),
						]}
					/>
					{site !== null && error === null && !isAddressOnly && <DeskField desks={check?.desks ?? null} usual={chosen?.deskKey ?? null} />}
				</div>
			)}
			{!isSeveral && live.length > 1 && <ChooseSeveral sites={live} />}
			{!isSeveral && site !== null && <KnownAccessHint site={site} />}
			{!isSeveral && site !== null && isAddressOnly && <NoAccount site={site} />}
			{!isSeveral && site !== null && error !== null && !isAddressOnly && (
				<>
					<FailureNote failure={error} withKept={false} />
					<Button className={classes['toSite'] ?? ''} component="a" variant="default" href={routeHash({ at: 'site', name: site })}>
						{words.import.openSite}
					</Button>
				</>
			)}
		</section>
	);
};
