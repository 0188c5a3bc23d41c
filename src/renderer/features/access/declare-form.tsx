import { Button, SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { type KnownAccess, unknownCustomerAccess, type UserManagement, userManagements } from '#shared/customer-access.ts';
import type { SiteInfo } from '#shared/run.ts';
import { api, queries } from '../../api.ts';
import { accessWords, managementTexts } from '../../messages.ts';
import { siteLists } from '../../sites.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { LinksDialog } from '../links/links-dialog.tsx';
import { PageButton } from '../links/page-button.tsx';
import { chooseStyle, useSitePlace } from '../links/site-place.ts';
import { type AccessFields, canBeKept, type DeclaredAccess, declaredAccess, fieldsOf, nothingDeclared, saySame } from './access-fields.ts';
import { AccessKinds } from './access-kinds.tsx';
import classes from './access-section.module.css';

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
}

/** The short form beside the page: what somebody sees there counts from now on. */
export const DeclareForm = ({ site, known }: DeclareFormProps) => {
	const newest = known.declarations[0]?.access ?? unknownCustomerAccess;
	const said = fieldsOf(newest);
	// What was changed here and not kept yet; the rest follows what is known.
	const [changed, setChanged] = useState<Draft>({});
	const fields = changed.fields ?? said;
	const management = changed.management ?? site.management;
	const [title, styleLabel] = [useId(), useId()];
	const isStyleNew = management !== site.management;
	const isNew = isStyleNew || !saySame(fields, said);
	const declare = useMutation(
		api.sites.declareAccess.mutationOptions({
			// How users are managed is of the site.
			meta: { failure: 'in place', invalidates: siteLists },
			onSuccess: (answer, { name, access: said, management: style }) => {
				queries.setQueryData(api.sites.access.queryKey({ input: { name } }), answer);
				showInfo(said === nothingDeclared && style === undefined ? accessWords.back(name) : accessWords.kept(name));
				if (style !== undefined) chooseStyle(name, style);
				setChanged({});
			},
		}),
	);
	/** `null` takes back what was said. */
	const keep = (access: DeclaredAccess | null): void =>
		declare.mutate({ name: site.name, access: access ?? nothingDeclared, ...(isStyleNew && access !== null ? { management } : {}) });
	const submit = (event: FormEvent): void => {
		event.preventDefault();
		const access = declaredAccess(fields);
		if (isNew && canBeKept(fields)) keep(access ?? (isStyleNew ? nothingDeclared : null));
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
					data={userManagements.map((value) => ({ value, label: managementTexts[value] }))}
				/>
			</div>
			{declare.error !== null && <FailureNote failure={declare.error} withKept={false} />}
			<div className={page['actions']}>
				<Button type="submit" loading={declare.isPending} disabled={!isNew || !canBeKept(fields)}>
					{text.save}
				</Button>
				{newest.origin === 'declared' && (
					<Button variant="default" disabled={declare.isPending} onClick={() => keep(null)}>
						{text.takeBack}
					</Button>
				)}
			</div>
		</form>
	);
};
