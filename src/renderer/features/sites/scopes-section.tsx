import { keyScopesNamed, scopeKinds, scopesFor, tokenAbilities } from '#shared/scopes.ts';
import { scopeWords as text } from '../../messages.ts';
import page from '../../ui/page.module.css';
import { CopyList } from './copy-list.tsx';
import classes from './copy-list.module.css';

/** What to tick where a token or a key with scopes is made. */
export const ScopesSection = () => (
	<details className={classes['details']}>
		<summary>{text.title}</summary>
		<p className={page['muted']}>{text.intro}</p>
		{tokenAbilities.map((ability) =>
			scopeKinds.map((kind) => (
				<CopyList key={`${ability} ${kind}`} title={`${text.abilities[ability]} · ${text.kinds[kind]}`} lines={scopesFor(ability, kind)} />
			)),
		)}
		<p className={page['muted']}>{text.classicNote}</p>
		<CopyList title={text.key} lines={keyScopesNamed} />
		<p className={page['muted']}>{text.keyNote}</p>
	</details>
);
