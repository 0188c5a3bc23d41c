import { useNetwork } from '@mantine/hooks';
import { shellWords } from '../../messages.ts';
import { OfflineIcon } from '../../ui/icons.tsx';
import classes from './sidebar.module.css';

const text = shellWords.network;

/** To be without a network is nothing unusual here: it is said, and nothing is held back for it. */
export const NetworkSign = () => {
	const { online: isOnline } = useNetwork();
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
