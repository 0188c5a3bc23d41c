import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '../../api.ts';
import { words } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { siteCheck, siteLists } from '../../sites.ts';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';

/** Asks first, and says what stays. */
export const RemoveSite = ({ name }: { readonly name: string }) => {
	const [asking, setAsking] = useState(false);
	const remove = useMutation(
		api.sites.remove.mutationOptions({
			meta: { invalidates: siteLists },
			onSuccess: () => {
				queries.removeQueries({ queryKey: siteCheck(name).queryKey });
				showInfo(words.sites.removed(name));
				goTo({ at: 'sites' });
			},
			onError: () => setAsking(false),
		}),
	);
	return (
		<>
			<Button variant="default" onClick={() => setAsking(true)} aria-label={`${words.sites.remove} ${name}`}>
				{words.sites.removeAsk}
			</Button>
			<Modal
				opened={asking}
				onClose={() => setAsking(false)}
				title={words.sites.removeTitle(name)}
				closeButtonProps={{ 'aria-label': words.common.close }}
			>
				<div className={page['section']}>
					<p>{words.sites.removeText}</p>
					<div className={page['actions']}>
						<Button color="red.8" loading={remove.isPending} onClick={() => remove.mutate({ name })}>
							{words.sites.removeButton}
						</Button>
						<Button variant="default" onClick={() => setAsking(false)} data-autofocus>
							{words.common.cancel}
						</Button>
					</div>
				</div>
			</Modal>
		</>
	);
};
