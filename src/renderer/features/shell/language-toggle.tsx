import { ActionIcon, Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { changeLanguage, language, languageNames } from '../../language.ts';
import { shellWords, words } from '../../messages.ts';
import { useCommand } from '../../ui/commands.ts';
import page from '../../ui/page.module.css';
import { useImport } from '../import/import-draft.ts';
import classes from './sidebar.module.css';

const other = language === 'en' ? 'de' : 'en';
const name = `${other.toUpperCase()}: ${languageNames[other]}`;

/** Names the other language in that language: whoever cannot read this one finds it. */
export const LanguageToggle = () => {
	const isListOpen = useImport(({ list }) => list !== null);
	const [asking, setAsking] = useState(false);
	const change = (): void => (isListOpen ? setAsking(true) : changeLanguage(other));
	useCommand({ id: 'language', kind: 'setting', label: shellWords.commands.language(languageNames[other]), run: change });
	return (
		<>
			<ActionIcon lang={other} aria-label={name} title={name} onClick={change}>
				<span className={classes['code']}>{other.toUpperCase()}</span>
			</ActionIcon>
			<Modal opened={asking} onClose={() => setAsking(false)} title={words.shell.leaveListTitle}>
				<p className={page['muted']}>{words.shell.leaveListText}</p>
				<div className={classes['choice']}>
					<Button variant="default" onClick={() => setAsking(false)} data-autofocus>
						{words.import.keepList}
					</Button>
					<Button lang={other} onClick={() => changeLanguage(other)}>
						{languageNames[other]}
					</Button>
				</div>
			</Modal>
		</>
	);
};
