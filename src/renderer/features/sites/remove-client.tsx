import { Button } from '@mantine/core';
import { useState } from 'react';
import { deletionWords as text } from '../../messages.ts';
import { DeleteDialog } from '../deletion/delete-dialog.tsx';

/** All sites of a client, with all that is known of them. */
export const RemoveClient = ({ client }: { readonly client: string }) => {
	const [asking, setAsking] = useState(false);
	return (
		<>
			<Button variant="subtle" size="compact-xs" aria-label={text.of(client)} onClick={() => setAsking(true)}>
				{text.button}
			</Button>
			<DeleteDialog
				of={asking ? { kind: 'client', client } : null}
				title={text.clientTitle(client)}
				done={text.done.client(client)}
				onClose={() => setAsking(false)}
			/>
		</>
	);
};
