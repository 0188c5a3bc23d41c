import type { Failure } from '#shared/outcome.ts';
import { failureText, words } from '../messages.ts';
import { Banner } from './banner.tsx';

/** Said of work that goes on by itself once the site lets it. */
export const WaitingBanner = ({ waiting }: { readonly waiting: Failure }) => (
	<Banner role="status" title={failureText(waiting).happened}>
		<p>{words.run.goesOnByItself}</p>
	</Banner>
);
