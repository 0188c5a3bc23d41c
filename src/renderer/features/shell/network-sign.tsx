import { useSyncExternalStore } from 'react';
import { shellWords } from '../../messages.ts';
import { OfflineIcon } from '../../ui/icons.tsx';
import classes from './sidebar.module.css';

const text = shellWords.network;

const subscribe = (changed: () => void): (() => void) => {
	window.addEventListener('online', changed);
	window.addEventListener('offline', changed);
	return () => {
		window.removeEventListener('online', changed);
		window.removeEventListener('offline', changed);
	};
};

/** To be without a network is nothing unusual here: it is said, and nothing is held back for it. */
export const NetworkSign = () => {
	const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
	return (
		<div role="status" className={classes['networkArea']}>
			{!isOnline && (
				<div className={classes['network']}>
					<OfflineIcon />
					<strong>{text.offline}</strong>
					<p>{text.offlineText}</p>
				</div>
			)}
		</div>
	);
};
