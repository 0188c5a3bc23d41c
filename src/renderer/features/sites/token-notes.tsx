import type { SiteOverview } from '#shared/site-overview.ts';
import { signInWords, sitesWords, tokenTexts } from '../../messages.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import { type TokenNote, tokenNote } from './token-note.ts';
import classes from './token-notes.module.css';

const Note = ({ name, note }: { readonly name: string; readonly note: TokenNote }) => (
	<li data-tone={note.tone}>
		{note.tone !== 'fine' && <WarningIcon size={13} />}
		<span>
			{name} <span className={classes['state']}>{tokenTexts[note.says](note)}</span>
		</span>
	</li>
);

/** The two tokens of a site and what there is to say of them. */
export const TokenNotes = ({ site, nowMs }: { readonly site: SiteOverview; readonly nowMs: number }) => (
	<ul className={classes['tokens']}>
		<Note name={site.signIn === 'oauth' ? signInWords.label : sitesWords.apiToken} note={tokenNote(site.apiToken, nowMs, 'danger')} />
		<Note name={sitesWords.orgApiKey} note={tokenNote(site.orgApiKey, nowMs, 'warning')} />
	</ul>
);
