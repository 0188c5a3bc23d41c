import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SiteInfo } from '#shared/run.ts';
import { signInWords, sitesWords, words } from '../../messages.ts';
import { siteCheck } from '../../sites.ts';
import classes from './site-page.module.css';
import { SiteCheckView } from './site-check-view.tsx';
import { Section, SectionFailure } from '../../ui/section.tsx';
import { SignInButton } from './sign-in-button.tsx';
import { TokensButton } from './tokens-button.tsx';

const text = sitesWords.page;

/** Who a site is asked as, with which rights, and what stays hidden: as found since the window opened. */
export const ConnectionSection = ({ site }: { readonly site: SiteInfo }) => {
	const { data: check, error, isFetching, refetch } = useQuery({ ...siteCheck(site.name), enabled: false });
	const isAddressOnly = site.signIn === 'address';
	return (
		<Section
			title={text.connection}
			intro={isAddressOnly ? sitesWords.addressOnly.can : text.connectionHint}
			id="connection"
			actions={
				<>
					{site.oauth !== null && <SignInButton site={site} />}
					<TokensButton site={site} />
					{!isAddressOnly && (
						<Button variant="default" loading={isFetching} onClick={() => void refetch()} aria-label={`${words.sites.check} ${site.name}`}>
							{words.sites.check}
						</Button>
					)}
				</>
			}
		>
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
			<SectionFailure failure={error} />
			{check !== undefined && error === null && <SiteCheckView check={check} signIn={site.signIn} />}
		</Section>
	);
};
