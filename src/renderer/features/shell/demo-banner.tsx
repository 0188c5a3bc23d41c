import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { words } from '../../messages.ts';
import classes from '../../ui/banner.module.css';

/** On every page of the demo: nobody takes its people for their own. */
export const DemoBanner = () => {
	const { data: info } = useQuery(api.app.info.queryOptions());
	if (info?.demo !== 'here') return null;
	return (
		<div className={classes['banners']}>
			<div className={classes['banner']} role="note">
				<span>
					{words.runs.demoHere} <a href="/">{words.runs.leaveDemo}</a>
				</span>
			</div>
		</div>
	);
};
