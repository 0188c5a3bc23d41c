import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useId } from 'react';
import { words } from '../../messages/words.ts';
import { ExternalIcon } from '../../ui/icons.tsx';
import { openPage } from '../../ui/open-page.ts';
import page from '../../ui/page.module.css';
import { useLinks } from '../links/links.ts';
import { pageLink } from '../links/page-links.ts';
import type { AccessFields, Ternary } from './access-fields.ts';
import classes from './access-form.module.css';
import { useImport } from './import-draft.ts';

const states: { value: Ternary; label: string }[] = [
	{ value: 'unknown', label: words.import.states.unknown },
	{ value: 'on', label: words.import.states.on },
	{ value: 'off', label: words.import.states.off },
];

interface KindProps {
	readonly label: string;
	readonly state: Ternary;
	readonly domainsLabel: string;
	readonly domainsHint: string;
	readonly domains: string;
	readonly onChange: (state: Ternary, domains: string) => void;
}

const Kind = ({ label, state, domainsLabel, domainsHint, domains, onChange }: KindProps) => {
	const labelId = useId();
	return (
		<div className={classes['kind']}>
			<div className={classes['switch']}>
				<span id={labelId}>{label}</span>
				<SegmentedControl aria-labelledby={labelId} value={state} onChange={(next) => onChange(next, domains)} data={states} />
			</div>
			{state !== 'off' && (
				<Textarea
					label={domainsLabel}
					description={domainsHint}
					rows={3}
					value={domains}
					spellCheck={false}
					onChange={(event) => onChange(state, event.currentTarget.value)}
				/>
			)}
		</div>
	);
};

export const AccessForm = ({ siteUrl }: { readonly siteUrl: string | null }) => {
	const access = useImport((draft) => draft.access);
	const change = (next: Partial<AccessFields>): void => useImport.setState({ access: { ...access, ...next } });
	const corrections = useLinks((links) => links.corrections);
	const url =
		siteUrl === null
			? null
			: pageLink('customer-access', { url: siteUrl, orgId: null, deskKey: null, management: 'centralized' }, corrections);
	return (
		<section className={classes['access']}>
			<div className={page['head']}>
				<h2>{words.import.access}</h2>
				{url !== null && (
					<Button
						variant="default"
						size="compact-xs"
						rightSection={<ExternalIcon size={12} />}
						title={url}
						onClick={() => void openPage(url)}
					>
						{words.import.openAccess}
					</Button>
				)}
			</div>
			<p className={page['muted']}>{words.import.accessHint}</p>
			<div className={classes['kinds']}>
				<Kind
					label={words.import.internal}
					state={access.internal}
					domainsLabel={words.import.approved}
					domainsHint={words.import.domainsHint}
					domains={access.approvedDomains}
					onChange={(internal, approvedDomains) => change({ internal, approvedDomains })}
				/>
				<Kind
					label={words.import.external}
					state={access.external}
					domainsLabel={words.import.allowed}
					domainsHint={words.import.allowedHint}
					domains={access.allowedDomains}
					onChange={(external, allowedDomains) => change({ external, allowedDomains })}
				/>
			</div>
		</section>
	);
};
