import { skipToken, useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { words } from '../../messages.ts';
import page from '../../ui/page.module.css';
import { AccessKinds } from '../access/access-kinds.tsx';
import { PageButton } from '../links/page-button.tsx';
import classes from './import-page.module.css';
import { fieldsKnown, useImport } from './import-draft.ts';

export const AccessForm = ({ siteUrl, site }: { readonly siteUrl: string | null; readonly site: string | null }) => {
	const typed = useImport((draft) => draft.access);
	const input = site === null ? skipToken : { name: site };
	const { data: known } = useQuery(api.sites.access.queryOptions({ input, meta: { failure: 'in place' } }));
	const access = typed ?? fieldsKnown(known);
	return (
		<section className={classes['access']}>
			<div className={page['head']}>
				<h2>{words.import.access}</h2>
				{siteUrl !== null && (
					<PageButton
						page="customer-access"
						place={{ url: siteUrl, orgId: null, deskKey: null, management: 'centralized' }}
						label={words.import.openAccess}
					/>
				)}
			</div>
			<p className={page['muted']}>
				{words.import.accessHint}
				{known?.declarations.length === 0 && ` ${words.import.accessKept}`}
			</p>
			<AccessKinds access={access} onChange={(change) => useImport.setState({ access: { ...access, ...change } })} />
		</section>
	);
};
