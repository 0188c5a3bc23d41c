import { useDemo } from '../../demo.ts';
import { words } from '../../messages.ts';
import { useCommand } from '../../ui/commands.ts';
import classes from '../../ui/banner.module.css';

/** On every page of the demo: nobody takes its people for their own. On any other page, the command that opens it. */
export const DemoBanner = () => {
	const { place, open } = useDemo();
	useCommand({ id: 'demo', label: words.runs.tryDemo, isOffered: place === 'offered', run: open });
	if (place !== 'here') return null;
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
