import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PageTarget } from '#shared/messages/cause-text.ts';
import { ExternalIcon } from '../../ui/icons.tsx';
import { linkCorrections, openPage } from './links.ts';
import { pageLink, type SitePlace } from './page-links.ts';

/** Opens one of Atlassian's pages; nothing where its address is not known. */
export const PageButton = ({ page, place, label }: { readonly page: PageTarget; readonly place: SitePlace; readonly label: string }) => {
	const { data: corrections } = useQuery(linkCorrections);
	const url = pageLink(page, place, corrections);
	if (url === null) return null;
	return (
		<Button variant="default" size="compact-xs" rightSection={<ExternalIcon size={12} />} title={url} onClick={() => void openPage(url)}>
			{label}
		</Button>
	);
};
