import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { words } from '../../messages.ts';
import classes from './people-list.module.css';
import type { PlanFilter } from './plan-filter.ts';
import { usePlanPages } from './plan-queries.ts';

const lineHeight = 24;

interface PeopleListProps {
	readonly planId: string;
	readonly filter: PlanFilter;
	readonly label: string;
	/** What happens to so many. */
	readonly lead?: (count: number) => string;
}

/** Rows of a plan by name, however many they are: each can be looked at before it is confirmed. */
export const PeopleList = ({ planId, filter, label, lead }: PeopleListProps) => {
	const { total, at, show } = usePlanPages(planId, filter);
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
			{total !== undefined && lead !== undefined && <p>{lead(total)}</p>}
			<div ref={scroller} className={classes['people']} tabIndex={0} role="list" aria-label={label}>
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
