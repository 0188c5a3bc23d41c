import type { Run } from '#shared/run.ts';
import { offlineWords as text } from '../../messages.ts';
import classes from '../../ui/banner.module.css';
import { Banner } from '../../ui/banner.tsx';
import { formatAge, formatMoment } from '../../ui/formats.ts';
import { SnapshotIcon } from '../../ui/icons.tsx';
import { missingNames } from './snapshot-fields.tsx';

/** Says of a run that it was made against a snapshot: how old that was, and what was missing in it. */
export const SnapshotNote = ({ run }: { readonly run: Run }) => {
	if (run.snapshot === null) return null;
	const { takenAt, missing } = run.snapshot;
	const ageMs = Date.parse(run.startedAt) - Date.parse(takenAt);
	return (
		<div className={classes['banners']}>
			<Banner
				tone={missing.length > 0 ? 'warning' : 'info'}
				icon={<SnapshotIcon />}
				title={text.against(run.site.name, formatMoment(takenAt))}
			>
				<p>
					{text.age(formatAge(ageMs))}
					{run.desk === null && run.state === 'finished' && ` ${text.noDesk}`}
				</p>
				{missing.length > 0 && <p>{text.missing(missingNames(missing))}</p>}
			</Banner>
		</div>
	);
};
