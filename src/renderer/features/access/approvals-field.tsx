import { NativeSelect } from '@mantine/core';
import { type DomainApproval, domainApprovals } from '#shared/customer-access.ts';
import { accessWords } from '../../messages.ts';
import { parseDomains } from './access-fields.ts';
import classes from './approvals-field.module.css';

const text = accessWords.approvals;

/** More than these are set together. */
const mostShown = 20;

type Choice = DomainApproval | 'unknown';

const choices: readonly Choice[] = ['unknown', ...domainApprovals];
const data = choices.map((value) => ({ value, label: text.choices[value] }));

interface ApprovalsFieldProps {
	/** As typed. */
	readonly domains: string;
	readonly approvals: Readonly<Record<string, DomainApproval>>;
	readonly onChange: (approvals: Readonly<Record<string, DomainApproval>>) => void;
}

/** What each approved domain gives: only the Customer role, without approval, lets its people in as customers. */
export const ApprovalsField = ({ domains, approvals, onChange }: ApprovalsFieldProps) => {
	const named = parseDomains(domains) ?? [];
	if (named.length === 0) return null;
	const choiceOf = (domain: string): Choice => approvals[domain] ?? 'unknown';
	const choose = (which: readonly string[], choice: string): void => {
		const kept = Object.entries(approvals).filter(([domain]) => !which.includes(domain));
		const approval = domainApprovals.find((one) => one === choice);
		onChange(Object.fromEntries([...kept, ...(approval === undefined ? [] : which.map((domain) => [domain, approval] as const))]));
	};
	const [first = 'unknown', ...others] = new Set(named.map(choiceOf));
	const mixed = others.length > 0 ? [{ value: 'mixed', label: text.mixed, disabled: true }] : [];
	return (
		<fieldset className={classes['approvals']}>
			<legend>{text.title}</legend>
			<p className={classes['hint']}>{text.hint}</p>
			{named.length > 1 && (
				<NativeSelect
					label={text.all(named.length)}
					data={[...mixed, ...data]}
					value={mixed.length > 0 ? 'mixed' : first}
					onChange={(event) => choose(named, event.currentTarget.value)}
				/>
			)}
			{named.slice(0, mostShown).map((domain) => (
				<NativeSelect
					key={domain}
					label={domain}
					data={data}
					value={choiceOf(domain)}
					onChange={(event) => choose([domain], event.currentTarget.value)}
				/>
			))}
		</fieldset>
	);
};
