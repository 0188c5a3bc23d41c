import { guidedWords } from '../../messages.ts';
import classes from './key-hints.module.css';

const text = guidedWords.keys;

const hints: readonly (readonly [keys: readonly string[], what: string])[] = [
	[['j', 'k'], text.move],
	[['Enter'], text.open],
	[['c'], text.copy],
	[['d'], text.done],
	[['s'], text.skip],
	[['l'], text.later],
	[['x'], text.cannot],
];

export const KeyHints = () => (
	<ul className={classes['hints']} aria-label={text.title}>
		{hints.map(([keys, what]) => (
			<li key={what}>
				{keys.map((key) => (
					<kbd key={key}>{key}</kbd>
				))}
				{what}
			</li>
		))}
	</ul>
);
