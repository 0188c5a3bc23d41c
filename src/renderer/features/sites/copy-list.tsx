import { Button } from '@mantine/core';
import { scopeWords as text } from '../../messages.ts';
import { showInfo } from '../../ui/notices.ts';
import classes from './copy-list.module.css';

const copy = async (lines: readonly string[]): Promise<void> => {
	await navigator.clipboard.writeText(lines.join('\n'));
	showInfo(text.copied);
};

/** What somebody has to enter elsewhere, with a button that copies it. */
export const CopyList = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => (
	<div className={classes['list']}>
		<span className={classes['title']}>{title}</span>
		<code className={classes['scopes']}>{lines.join(' ')}</code>
		<Button variant="default" size="compact-xs" onClick={() => void copy(lines)} aria-label={`${text.copy}: ${title}`}>
			{text.copy}
		</Button>
	</div>
);
