import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { coverages } from '#shared/admin-files.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { adminFileWords as text, coverageChoices } from '../../messages.ts';
import { allSites, siteLabel, siteLabelAt } from '../../sites.ts';
import { Choice, Choices } from '../../ui/choice.tsx';
import { formatMoment } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import classes from './add-admin-file-page.module.css';
import { dayOf } from './admin-file-choice.ts';
import { useAdminFileDraft } from './admin-file-draft.ts';
import { settledSnapshots } from './snapshot-contents.ts';
import { useNow } from '../../ui/use-time.ts';

/** When the file was made, and whom it holds: what it does not tell by itself. */
export const AdminFileTimeForm = () => {
	const { day, dayBy, coverage } = useAdminFileDraft();
	const nowMs = useNow();
	return (
		<section className={page['section']}>
			<h2>{text.when}</h2>
			<div className={classes['fields']}>
				<TextInput
					type="date"
					label={text.taken}
					description={dayBy === 'name' ? text.takenByName : dayBy === 'file' ? text.takenByFile : undefined}
					value={day}
					max={dayOf(nowMs)}
					onChange={(event) => useAdminFileDraft.setState({ day: event.currentTarget.value, dayBy: null })}
				/>
			</div>
			<Choices title={text.coverage}>
				{coverages.map((one) => (
					<Choice
						key={one}
						type="radio"
						name="coverage"
						label={coverageChoices[one].label}
						checked={coverage === one}
						onChange={() => useAdminFileDraft.setState({ coverage: one })}
					>
						{coverageChoices[one].what}
					</Choice>
				))}
			</Choices>
		</section>
	);
};

/** Of a stored site, or of any other by its address: no token is needed. */
const NewSnapshot = ({ address }: { readonly address: string }) => {
	const { data: sites = [] } = useQuery(allSites);
	const { aim, typeAddress } = useAdminFileDraft();
	const isStored = sites.some(({ url }) => url === address);
	return (
		<div className={classes['fields']}>
			{sites.length > 0 && (
				<NativeSelect
					label={text.site}
					value={isStored ? address : ''}
					onChange={(event) => void aim({ siteUrl: event.currentTarget.value })}
					data={[...sites.map((site) => ({ value: site.url, label: siteLabel(site) })), { value: '', label: text.otherSite }]}
				/>
			)}
			{!isStored && (
				<TextInput
					label={text.address}
					description={text.addressHint}
					value={address}
					maxLength={300}
					spellCheck={false}
					onChange={(event) => typeAddress(event.currentTarget.value)}
					onBlur={() => void aim({ siteUrl: address })}
				/>
			)}
		</div>
	);
};

/** Which snapshot it goes into; of which site that is tells which of several columns is meant. */
export const AdminFileTargetForm = ({ snapshots }: { readonly snapshots: readonly SnapshotInfo[] }) => {
	const { target, aim } = useAdminFileDraft();
	const { data: sites = [] } = useQuery(allSites);
	const usable = settledSnapshots(snapshots);
	const isNew = 'siteUrl' in target;
	const [newest] = usable;
	return (
		<section className={page['section']}>
			<h2>{text.into}</h2>
			{newest !== undefined && (
				<Choices title={text.which}>
					<Choice type="radio" name="into" label={text.existing} checked={!isNew} onChange={() => void aim({ snapshotId: newest.id })} />
					<Choice type="radio" name="into" label={text.fresh} checked={isNew} onChange={() => void aim({ siteUrl: sites[0]?.url ?? '' })} />
				</Choices>
			)}
			{isNew ? (
				<NewSnapshot address={target.siteUrl} />
			) : (
				<div className={classes['fields']}>
					<NativeSelect
						label={text.snapshot}
						value={target.snapshotId}
						onChange={(event) => void aim({ snapshotId: event.currentTarget.value })}
						data={usable.map(({ id, site, takenAt }) => ({
							value: id,
							label: text.option(siteLabelAt(sites, site), formatMoment(takenAt)),
						}))}
					/>
				</div>
			)}
		</section>
	);
};

/** Every verified domain of the organisation, where somebody names them. */
export const VerifiedDomainsField = () => {
	const domains = useAdminFileDraft((draft) => draft.domains);
	return (
		<Textarea
			label={text.verified}
			description={text.verifiedHint}
			rows={3}
			value={domains}
			spellCheck={false}
			onChange={(event) => useAdminFileDraft.setState({ domains: event.currentTarget.value })}
		/>
	);
};
