import { SegmentedControl } from '@mantine/core';
import { userManagements } from '#shared/customer-access.ts';
import type { CauseCode } from '#shared/causes.ts';
import { causeTexts, managementTexts, words } from '../../messages.ts';
import type { FixStep } from '#shared/messages/cause-text.ts';
import classes from '../../ui/detail-panel.module.css';
import { LinksDialog } from './links-dialog.tsx';
import { PageButton } from './page-button.tsx';
import type { SitePlace } from './page-links.ts';
import { chooseStyle, useSitePlace } from './site-place.ts';

const Step = ({ step, place }: { readonly step: FixStep; readonly place: SitePlace }) => {
	return (
		<li>
			<span>{step.text}</span>
			{step.path !== undefined && <span className={classes['path']}>{step.path}</span>}
			{step.page !== undefined && <PageButton page={step.page} place={place} label={words.detail.open} />}
		</li>
	);
};

interface FixStepsProps {
	readonly cause: CauseCode;
	readonly site: { readonly name: string; readonly url: string };
	readonly deskKey: string | null;
	/** Whom it is about; `null` where it is about a domain or the whole site. */
	readonly email: string | null;
	/** Without the last step, where a plan does the adding. */
	readonly isAddedByPlan?: boolean;
}

/** What a person does about a cause, step by step: the menu path in words, and the page where its address is known. */
export const FixSteps = ({ cause, site, deskKey, email, isAddedByPlan = false }: FixStepsProps) => {
	const place = { ...useSitePlace(site, deskKey), email };
	const { fix } = causeTexts[cause];
	const steps = fix[place.management].filter(({ page }) => !(isAddedByPlan && page === 'desk-customers'));
	if (steps.length === 0) return <p>{words.detail.nothing}</p>;
	const hasPages = steps.some(({ page }) => page !== undefined);
	return (
		<>
			<ol className={classes['steps']}>
				{steps.map((step) => (
					<Step key={step.text} step={step} place={place} />
				))}
			</ol>
			<div className={classes['style']}>
				{fix.centralized !== fix.original && (
					<>
						<span>{words.detail.style}</span>
						<SegmentedControl
							aria-label={words.detail.style}
							value={place.management}
							onChange={(style) => chooseStyle(site.name, style)}
							data={userManagements.map((value) => ({ value, label: managementTexts[value] }))}
						/>
					</>
				)}
				{hasPages && <LinksDialog />}
			</div>
		</>
	);
};
