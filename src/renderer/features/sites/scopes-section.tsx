import { Button } from '@mantine/core';
import { keyScopesNamed, scopeKinds, scopesFor, tokenAbilities } from '#shared/scopes.ts';
import { scopeWords as text } from '../../messages.ts';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import classes from './scopes-section.module.css';

const copy = async (scopes: readonly string[]): Promise<void> => {
	await navigator.clipboard.writeText(scopes.join('\n'));
	showInfo(text.copied);
};

const ScopeList = ({ title, scopes }: { readonly title: string; readonly scopes: readonly string[] }) => (
	<div className={classes['list']}>
		<span className={classes['title']}>{title}</span>
		<code className={classes['scopes']}>{scopes.join(' ')}</code>
		<Button variant="default" size="compact-xs" onClick={() => void copy(scopes)} aria-label={`${text.copy}: ${title}`}>
			{text.copy}
		</Button>
	</div>
);

/** What to tick where a token or a key with scopes is made. */
export const ScopesSection = () => (
	<details className={classes['details']}>
		<summary>{text.title}</summary>
		<p className={page['muted']}>{text.intro}</p>
		{tokenAbilities.map((ability) =>
			scopeKinds.map((kind) => (
				<ScopeList
					key={`${ability} ${kind}`}
					title={`${text.abilities[ability]} · ${text.kinds[kind]}`}
					scopes={scopesFor(ability, kind)}
				/>
			)),
		)}
		<p className={page['muted']}>{text.classicNote}</p>
		<ScopeList title={text.key} scopes={keyScopesNamed} />
		<p className={page['muted']}>{text.keyNote}</p>
	</details>
);
