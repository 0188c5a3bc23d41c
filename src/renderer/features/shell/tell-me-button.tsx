import { Button } from '@mantine/core';
import { useState } from 'react';
import { shellWords } from '../../messages.ts';
import { showInfo } from '../../ui/notices.ts';
import { useAppInfo } from './app-info.ts';

const text = shellWords.outside;

/** A browser is asked whether it lets us tell only where somebody wants to be told. The desktop app needs no leave. */
export const TellMeButton = () => {
	const isBrowser = useAppInfo((app) => app.info?.host === 'browser');
	const [permission, setPermission] = useState('Notification' in window ? Notification.permission : 'denied');
	if (!isBrowser || permission !== 'default') return null;
	const request = async (): Promise<void> => {
		const answer = await Notification.requestPermission();
		setPermission(answer);
		showInfo(answer === 'granted' ? text.willTell : text.mayNot);
	};
	return (
		<Button variant="subtle" size="compact-xs" onClick={() => void request()}>
			{text.tellMe}
		</Button>
	);
};
