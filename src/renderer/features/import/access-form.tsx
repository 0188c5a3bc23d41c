import { words } from '../../messages.ts';
import page from '../../ui/page.module.css';
import { AccessKinds } from '../access/access-kinds.tsx';
import { PageButton } from '../links/page-button.tsx';
import classes from './import-page.module.css';
import { useImport } from './import-draft.ts';

export const AccessForm = ({ siteUrl }: { readonly siteUrl: string | null }) => {
	const access = useImport((draft) => draft.access);
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
			<p className={page['muted']}>{words.import.accessHint}</p>
			<AccessKinds access={access} onChange={(change) => useImport.setState({ access: { ...access, ...change } })} />
		</section>
	);
};
