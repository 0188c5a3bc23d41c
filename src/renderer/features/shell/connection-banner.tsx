import { Loader } from '@mantine/core';
import { useConnection } from '../../connection.ts';
import { words } from '../../messages.ts';
import { useDelayed } from '../../ui/use-time.ts';
import classes from './connection-banner.module.css';

const attemptsBeforeAdvice = 4;

export const ConnectionBanner = () => {
	const state = useConnection((connection) => connection.state);
	const failedAttempts = useConnection((connection) => connection.failedAttempts);
	const late = useDelayed(state === 'lost');
	if (!late) return null;
	return (
		<div className={classes['banner']} role="status">
			<Loader size={14} color="currentColor" />
			<span>
				{words.connection.lost} {failedAttempts >= attemptsBeforeAdvice && words.connection.stillLost}
			</span>
		</div>
	);
};
