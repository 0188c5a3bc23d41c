import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AuditFilter } from '#shared/audit.ts';
import { stepIds } from '#shared/remedies.ts';
import { allPlans } from '../../activity.ts';
import { auditWords, changeTexts } from '../../messages.ts';
import { allSites, hostOf } from '../../sites.ts';
import { formatMoment } from '../../ui/formats.ts';
import { SearchField } from '../../ui/search-field.tsx';
import classes from './audit-filters.module.css';
import type { AuditChoice } from './audit-choice.ts';

const text = auditWords.filters;

interface AuditFiltersProps {
	readonly choice: AuditChoice;
	/** Addresses of the sites in the log. */
	readonly sites: readonly string[];
	readonly onChange: (choice: AuditChoice) => void;
}

/** Which entries of the log are shown, and exported. */
export const AuditFilters = ({ choice, sites, onChange }: AuditFiltersProps) => {
	const { data: stored = [] } = useQuery(allSites);
	const { data: plans = [] } = useQuery(allPlans);
	const nameOf = (url: string): string => stored.find((site) => site.url === url)?.name ?? hostOf(url);
	const change = (part: Partial<AuditChoice>): void => onChange({ ...choice, ...part });
	const step = (value: string): AuditFilter['step'] => stepIds.find((id) => id === value);
	return (
		<search className={classes['filters']} aria-label={text.label}>
			<SearchField
				className={classes['person'] ?? ''}
				label={text.person}
				maxLength={400}
				value={choice.person}
				onType={(person) => change({ person })}
			/>
			<NativeSelect
				className={classes['choice'] ?? ''}
				aria-label={text.site}
				value={choice.site}
				onChange={(event) => change({ site: event.currentTarget.value })}
				data={[{ value: '', label: text.anySite }, ...sites.map((url) => ({ value: url, label: nameOf(url) }))]}
			/>
			<NativeSelect
				className={classes['choice'] ?? ''}
				aria-label={text.plan}
				value={choice.plan}
				onChange={(event) => change({ plan: event.currentTarget.value })}
				data={[
					{ value: '', label: text.anyPlan },
					...plans.map(({ id, listName, createdAt }) => ({ value: id, label: text.planOf(listName, formatMoment(createdAt)) })),
				]}
			/>
			<NativeSelect
				className={classes['choice'] ?? ''}
				aria-label={text.step}
				value={choice.step ?? ''}
				onChange={(event) => change({ step: step(event.currentTarget.value) })}
				data={[{ value: '', label: text.anyStep }, ...stepIds.map((id) => ({ value: id, label: changeTexts[id] }))]}
			/>
			<label className={classes['day']}>
				{text.since}
				<TextInput type="date" value={choice.since} max={choice.until} onChange={(event) => change({ since: event.currentTarget.value })} />
			</label>
			<label className={classes['day']}>
				{text.until}
				<TextInput type="date" value={choice.until} min={choice.since} onChange={(event) => change({ until: event.currentTarget.value })} />
			</label>
		</search>
	);
};

export const ClearFilters = ({ onClear }: { readonly onClear: () => void }) => (
	<Button variant="subtle" onClick={onClear}>
		{text.clear}
	</Button>
);
