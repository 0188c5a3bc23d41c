import { Button, Loader } from '@mantine/core';
import { type WindowFailure, words } from '../messages.ts';
import { routeHash } from '../route.ts';
import { FailureNote } from './failure-note.tsx';
import page from './page.module.css';

/** In the place of a page that cannot be shown: why, and a way out of it. */
export const PageFailure = ({ failure }: { readonly failure: WindowFailure }) => (
	<div className={page['column']}>
		<FailureNote failure={failure} />
		<div className={page['actions']}>
			<Button component="a" variant="default" href={routeHash({ at: 'runs' })}>
				{words.shell.runs}
			</Button>
		</div>
	</div>
);

/** In the place of what has not come yet. */
export const PageLoading = ({ text }: { readonly text: string }) => (
	<div className={page['loading']} role="status">
		<Loader size={16} /> {text}
	</div>
);
