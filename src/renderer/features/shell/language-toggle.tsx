import { ActionIcon } from '@mantine/core';
import { changeLanguage, language, languageNames } from '../../language.ts';
import { shellWords } from '../../messages.ts';
import { useCommand } from '../../ui/commands.ts';
import classes from './sidebar.module.css';

const other = language === 'en' ? 'de' : 'en';
const name = `${other.toUpperCase()}: ${languageNames[other]}`;

/** Names the other language in that language: whoever cannot read this one finds it. A list that is being imported is kept as a draft. */
export const LanguageToggle = () => {
	const change = (): void => changeLanguage(other);
	useCommand({ id: 'language', kind: 'setting', label: shellWords.commands.language(languageNames[other]), run: change });
	return (
		<ActionIcon lang={other} aria-label={name} title={name} onClick={change}>
			<span className={classes['code']}>{other.toUpperCase()}</span>
		</ActionIcon>
	);
};
