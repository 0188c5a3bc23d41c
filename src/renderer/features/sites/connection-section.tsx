import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SiteInfo } from '#shared/run.ts';
import { signInWords, sitesWords, words } from '../../messages.ts';
import { siteCheck } from '../../sites.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import classes from './site-page.module.css';
import { SiteCheckView } from './site-check-view.tsx';
import section from '../../ui/section.module.css';
import { SignInButton } from './sign-in-button.tsx';
import { TokensButton } from './tokens-button.tsx';

const text = sitesWords.page;

/** Who a site is asked as, with which rights, and what stays hidden: as found since the window opened. */
export const ConnectionSection = ({ site }: { readonly site: SiteInfo }) => {
	const { data: check, error, isFetching, refetch } = useQuery({ ...siteCheck(site.name), enabled: false });
	const isAddressOnly = site.signIn === 'address';
	return (
		<section className={page['card']} aria-labelledby="connection">
			<div className={section['head']}>
				<div>
					<h2 id="connection" tabIndex={-1}>
						{text.connection}
					</h2>
					<p className={page['muted']}>{isAddressOnly ? sitesWords.addressOnly.can : text.connectionHint}</p>
				</div>
				<div className={page['actions']}>
					{site.oauth !== null && <SignInButton site={site} />}
					<TokensButton site={site} />
					{!isAddressOnly && (
						<Button variant="default" loading={isFetching} onClick={() => void refetch()} aria-label={`${words.sites.check} ${site.name}`}>
							{words.sites.check}
						</Button>
					)}
				</div>
			</div>
			{isAddressOnly && (
				<ul className={classes['lacks']}>
					<li>{sitesWords.addressOnly.cannot}</li>
				</ul>
			)}
			{!isAddressOnly && (!site.hasApiToken || !site.hasOrgApiKey) && (
				<ul className={classes['lacks']}>
					{!site.hasApiToken && <li>{site.signIn === 'oauth' ? signInWords.absent : words.sites.noToken}</li>}
					{!site.hasOrgApiKey && <li>{words.sites.orgKeyAbsent}</li>}
				</ul>
			)}
			{error !== null && (
				<div className={section['body']}>
					<FailureNote failure={error} withKept={false} />
				</div>
			)}
			{check !== undefined && error === null && <SiteCheckView check={check} signIn={site.signIn} />}
		</section>
	);
};
