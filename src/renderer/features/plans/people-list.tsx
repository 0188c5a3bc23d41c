import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { type RemedyId, remedyCatalogue, remedyIds } from '#shared/remedies.ts';
import { planWords, words } from '../../messages.ts';
import classes from './people-list.module.css';
import { noPlanFilter } from './plan-filter.ts';
import { usePlanPages } from './plan-queries.ts';

const lineHeight = 24;
const destructive: RemedyId[] = remedyIds.filter((id) => remedyCatalogue[id].destructive);

/** Everybody whom the plan removes: each can be looked at before it is confirmed. */
export const PeopleList = ({ planId }: { readonly planId: string }) => {
	const { total, at, show } = usePlanPages(planId, { ...noPlanFilter, remedies: destructive });
	const scroller = useRef<HTMLDivElement>(null);
	const virtualizer = useVirtualizer({
		count: total ?? 0,
		getScrollElement: () => scroller.current,
		estimateSize: () => lineHeight,
		overscan: 10,
		useFlushSync: false,
	});
	const lines = virtualizer.getVirtualItems();
	const first = lines[0]?.index ?? 0;
	const last = lines.at(-1)?.index ?? 0;
	useEffect(() => {
		show([first, last]);
	}, [show, first, last]);
	return (
		<>
			{total !== undefined && <p>{planWords.confirm.removed(total)}</p>}
			<div ref={scroller} className={classes['people']} tabIndex={0} role="list" aria-label={planWords.confirm.peopleList}>
				{total === undefined && <p className={classes['waiting']}>{words.common.loading}</p>}
				<div className={classes['space']} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
					{lines.map(({ index, start }) => {
						const row = at(index);
						return (
							<div
								key={index}
								role="listitem"
								aria-setsize={total ?? 0}
								aria-posinset={index + 1}
								className={classes['person']}
								style={{ transform: `translateY(${start}px)` }}
							>
								<span>{row?.email ?? '…'}</span>
								<span className={classes['name']}>{row?.name}</span>
							</div>
						);
					})}
				</div>
			</div>
		</>
	);
};
