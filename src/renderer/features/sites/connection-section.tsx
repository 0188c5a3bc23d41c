import { Button } from '@mantine/core';
import { useId } from 'react';
import type { SiteInfo } from '#shared/run.ts';
import { sitesWords, words } from '../../messages.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import classes from './connection-section.module.css';
import { SiteCheckView } from './site-check-view.tsx';
import section from './site-section.module.css';
import { useSites } from './sites.ts';
import { TokensButton } from './tokens-button.tsx';

const text = sitesWords.page;

/** Who a site is asked as, with which rights, and what stays hidden: as found since the window opened. */
export const ConnectionSection = ({ site }: { readonly site: SiteInfo }) => {
	const known = useSites((sites) => sites.checks.get(site.name));
	const check = useSites((sites) => sites.check);
	const title = useId();
	const shown = known?.state === 'answered' ? known.check : known?.state === 'asking' ? known.earlier : null;
	return (
		<section className={page['card']} aria-labelledby={title}>
			<div className={section['head']}>
				<div>
					<h2 id={title}>{text.connection}</h2>
					<p className={page['muted']}>{text.connectionHint}</p>
				</div>
				<div className={page['actions']}>
					<TokensButton site={site} />
					<Button
						variant="default"
						loading={known?.state === 'asking'}
						onClick={() => void check(site.name)}
						aria-label={`${words.sites.check} ${site.name}`}
					>
						{words.sites.check}
					</Button>
				</div>
			</div>
			{(!site.hasApiToken || !site.hasOrgApiKey) && (
				<ul className={classes['lacks']}>
					{!site.hasApiToken && <li>{words.sites.noToken}</li>}
					{!site.hasOrgApiKey && <li>{words.sites.orgKeyAbsent}</li>}
				</ul>
			)}
			{known?.state === 'failed' && (
				<div className={section['body']}>
					<FailureNote failure={known.failure} withKept={false} />
				</div>
			)}
			{shown !== null && <SiteCheckView check={shown} />}
		</section>
	);
};
