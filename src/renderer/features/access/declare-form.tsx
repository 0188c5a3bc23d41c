import { Button, SegmentedControl } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { type KnownAccess, unknownCustomerAccess, type UserManagement } from '#shared/customer-access.ts';
import type { SiteInfo } from '#shared/run.ts';
import { accessWords, managementTexts } from '../../messages.ts';
import page from '../../ui/page.module.css';
import { LinksDialog } from '../links/links-dialog.tsx';
import { PageButton } from '../links/page-button.tsx';
import { useSitePlace } from '../links/use-site-place.ts';
import { type AccessFields, canBeKept, type DeclaredAccess, declaredAccess, fieldsOf, nothingDeclared, saySame } from './access-fields.ts';
import { AccessKinds } from './access-kinds.tsx';
import classes from './declare-form.module.css';
import { useSiteAccess } from './site-access.ts';

const text = accessWords.form;

/** Atlassian's pages that show the settings; the menu path in words where their addresses are not known. */
const Pages = ({ site }: { readonly site: SiteInfo }) => {
	const place = useSitePlace(site, null);
	return (
		<>
			<p className={page['muted']}>{text.path}</p>
			<div className={page['actions']}>
				<PageButton page="customer-access" place={place} label={text.open} />
				<PageButton page="approved-domains" place={place} label={text.openDomains} />
				<LinksDialog />
			</div>
		</>
	);
};

interface Draft {
	readonly fields?: AccessFields;
	readonly management?: UserManagement;
}

interface DeclareFormProps {
	readonly site: SiteInfo;
	readonly known: KnownAccess;
	readonly saving: boolean;
}

/** The short form beside the page: what somebody sees there counts from now on. */
export const DeclareForm = ({ site, known, saving }: DeclareFormProps) => {
	const declare = useSiteAccess((accesses) => accesses.declare);
	const newest = known.declarations[0]?.access ?? unknownCustomerAccess;
	const said = fieldsOf(newest);
	// What was changed here and not kept yet; the rest follows what is known.
	const [changed, setChanged] = useState<Draft>({});
	const fields = changed.fields ?? said;
	const management = changed.management ?? site.management;
	const [title, styleLabel] = [useId(), useId()];
	const isStyleNew = management !== site.management;
	const isNew = isStyleNew || !saySame(fields, said);
	const keep = async (access: DeclaredAccess | null): Promise<void> => {
		const isKept = await declare(site.name, access, isStyleNew && access !== null ? management : undefined);
		if (isKept) setChanged({});
	};
	const submit = (event: FormEvent): void => {
		event.preventDefault();
		const access = declaredAccess(fields);
		if (isNew && canBeKept(fields)) void keep(access ?? (isStyleNew ? nothingDeclared : null));
	};
	return (
		<form className={page['section']} onSubmit={submit} aria-labelledby={title}>
			<h3 id={title}>{text.title}</h3>
			<Pages site={site} />
			<AccessKinds access={fields} onChange={(change) => setChanged({ ...changed, fields: { ...fields, ...change } })} />
			<div className={classes['style']}>
				<span id={styleLabel}>{text.management}</span>
				<SegmentedControl
					aria-labelledby={styleLabel}
					value={management}
					onChange={(style) => setChanged({ ...changed, management: style })}
					data={[
						{ value: 'centralized', label: managementTexts.centralized },
						{ value: 'original', label: managementTexts.original },
					]}
				/>
			</div>
			<div className={page['actions']}>
				<Button type="submit" loading={saving} disabled={!isNew || !canBeKept(fields)}>
					{text.save}
				</Button>
				{newest.origin === 'declared' && (
					<Button variant="default" disabled={saving} onClick={() => void keep(null)}>
						{text.takeBack}
					</Button>
				)}
			</div>
		</form>
	);
};
