import { SegmentedControl, Textarea } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { accessWords, words } from '../../messages.ts';
import { type AccessFields, areTooMany, findNoDomain, mostDomains, type Ternary } from './access-fields.ts';
import classes from './access-kinds.module.css';
import { ApprovalsField } from './approvals-field.tsx';

const states: { value: Ternary; label: string }[] = [
	{ value: 'unknown', label: words.import.states.unknown },
	{ value: 'on', label: words.import.states.on },
	{ value: 'off', label: words.import.states.off },
];

const problemOf = (domains: string): string | undefined => {
	const wrong = findNoDomain(domains);
	if (wrong !== null) return accessWords.notDomain(wrong.slice(0, 80));
	return areTooMany(domains) ? accessWords.tooManyDomains(mostDomains) : undefined;
};

interface KindProps {
	readonly label: string;
	readonly state: Ternary;
	readonly domainsLabel: string;
	readonly domainsHint: string;
	readonly domains: string;
	readonly onChange: (state: Ternary, domains: string) => void;
	/** What there is to say of the domains. */
	readonly children?: ReactNode;
}

const Kind = ({ label, state, domainsLabel, domainsHint, domains, onChange, children }: KindProps) => {
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
					error={problemOf(domains)}
					spellCheck={false}
					onChange={(event) => onChange(state, event.currentTarget.value)}
				/>
			)}
			{state !== 'off' && children}
		</div>
	);
};

interface AccessKindsProps {
	readonly access: AccessFields;
	readonly onChange: (change: Partial<AccessFields>) => void;
}

/** Internal and External as the page Customer access has them, each with its list of domains. */
export const AccessKinds = ({ access, onChange }: AccessKindsProps) => (
	<div className={classes['kinds']}>
		<Kind
			label={words.import.internal}
			state={access.internal}
			domainsLabel={words.import.approved}
			domainsHint={words.import.domainsHint}
			domains={access.approvedDomains}
			onChange={(internal, approvedDomains) => onChange({ internal, approvedDomains })}
		>
			<ApprovalsField domains={access.approvedDomains} approvals={access.approvals} onChange={(approvals) => onChange({ approvals })} />
		</Kind>
		<Kind
			label={words.import.external}
			state={access.external}
			domainsLabel={words.import.allowed}
			domainsHint={words.import.allowedHint}
			domains={access.allowedDomains}
			onChange={(external, allowedDomains) => onChange({ external, allowedDomains })}
		/>
	</div>
);
