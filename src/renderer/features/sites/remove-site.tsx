import { useState } from 'react';
import { queries } from '../../api.ts';
import { deletionWords as text } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { siteCheck } from '../../sites.ts';
import { Choice, Choices } from '../../ui/choice.tsx';
import { DeleteButton } from '../deletion/delete-dialog.tsx';

/** Asks first: the site alone, or all that is known of it. */
export const RemoveSite = ({ name }: { readonly name: string }) => {
	const [withRuns, setWithRuns] = useState(false);
	return (
		<DeleteButton
			of={{ kind: 'site', name, withRuns }}
			label={text.of(name)}
			title={text.title.site(name)}
			done={text.done.site(name)}
			choices={
				<Choices title={text.how}>
					<Choice type="radio" name="delete" label={text.siteOnly} checked={!withRuns} onChange={() => setWithRuns(false)}>
						{text.siteOnlyText}
					</Choice>
					<Choice type="radio" name="delete" label={text.withRuns} checked={withRuns} onChange={() => setWithRuns(true)}>
						{text.withRunsText}
					</Choice>
				</Choices>
			}
			onDeleted={() => {
				queries.removeQueries({ queryKey: siteCheck(name).queryKey });
				goTo({ at: 'sites' });
			}}
		/>
	);
};
