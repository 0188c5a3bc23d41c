import { shellWords } from '../../messages.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { isMac } from '../../ui/platform.ts';
import { usePalette } from './palette.ts';
import classes from './sidebar.module.css';

const text = shellWords.commands;

export const CommandsButton = () => (
	<button
		type="button"
		className={classes['commands']}
		aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
		onClick={() => usePalette.getState().open()}
	>
		<SearchIcon />
		<span>{text.button}</span>
		<kbd aria-hidden="true">{isMac ? text.macKeys : text.keys}</kbd>
	</button>
);
