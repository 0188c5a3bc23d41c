import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, queries } from '../../api.ts';
import { mailWords } from '../../messages.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import section from '../../ui/section.module.css';
import { Section } from '../../ui/section.tsx';

const text = mailWords.budget;
const most = 1_000_000;

/** How many invitation e-mails plans may send on a site. */
export const MailSection = ({ site }: { readonly site: string }) => {
	const input = { name: site };
	const { data, error } = useQuery(api.sites.mailBudget.queryOptions({ input, meta: { failure: 'in place' } }));
	const [typed, setTyped] = useState<string | null>(null);
	const save = useMutation(
		api.sites.setMailBudget.mutationOptions({
			meta: { failure: 'in place' },
			onSuccess: (budget) => {
				queries.setQueryData(api.sites.mailBudget.queryKey({ input }), budget);
				showInfo(text.saved(site, budget.perDay));
				setTyped(null);
			},
		}),
	);
	const failure = error ?? save.error;
	const perDay = Number(typed ?? data?.perDay);
	const isSound = Number.isInteger(perDay) && perDay >= 1 && perDay <= most;
	const submit = (event: FormEvent): void => {
		event.preventDefault();
		if (isSound) save.mutate({ name: site, perDay });
	};
	return (
		<Section title={text.title} intro={text.intro} id="invitation-mails">
			<form className={section['body']} aria-labelledby="invitation-mails" onSubmit={submit}>
				{data !== undefined && <p>{text.state(data.perDay, data.sent, data.isSet)}</p>}
				<TextInput
					type="number"
					min={1}
					max={most}
					maw={200}
					label={text.label}
					error={!isSound && typed !== null}
					value={typed ?? data?.perDay ?? ''}
					onChange={(event) => setTyped(event.currentTarget.value)}
				/>
				{failure !== null && <FailureNote failure={failure} withKept={false} />}
				<div className={page['actions']}>
					<Button type="submit" loading={save.isPending} disabled={!isSound || typed === null}>
						{text.save}
					</Button>
					{data?.isSet === true && (
						<Button variant="default" disabled={save.isPending} onClick={() => save.mutate({ name: site, perDay: null })}>
							{text.useDefault}
						</Button>
					)}
				</div>
			</form>
		</Section>
	);
};
