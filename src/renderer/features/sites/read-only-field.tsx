import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { SiteInfo } from '#shared/run.ts';
import { api } from '../../api.ts';
import { sitesWords } from '../../messages.ts';
import { siteLists } from '../../sites.ts';
import { showInfo } from '../../ui/notices.ts';

const text = sitesWords.readOnly;

/** Whether anything may be changed with the site's tokens. */
export const ReadOnlyField = ({ site }: { readonly site: SiteInfo }) => {
	const set = useMutation(
		api.sites.setReadOnly.mutationOptions({
			meta: { invalidates: siteLists },
			onSuccess: ({ name, readOnly }) => showInfo(readOnly ? text.set(name) : text.taken(name)),
		}),
	);
	return (
		<Checkbox
			label={text.title}
			description={text.hint}
			// At once, not only when the answer is there.
			checked={set.isPending ? set.variables.readOnly : site.readOnly}
			disabled={set.isPending}
			onChange={({ currentTarget }) => set.mutate({ name: site.name, readOnly: currentTarget.checked })}
		/>
	);
};
