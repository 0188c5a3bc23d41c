import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { shellWords } from '../../messages.ts';
import { showInfo } from '../../ui/notices.ts';

const text = shellWords.outside;

/** A browser is asked whether it lets us tell only where somebody wants to be told. The desktop app needs no leave. */
export const TellMeButton = () => {
	const { data: info } = useQuery(api.app.info.queryOptions());
	const [permission, setPermission] = useState('Notification' in window ? Notification.permission : 'denied');
	if (info?.host !== 'browser' || permission !== 'default') return null;
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
