import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { type RemedyId, remedyCatalogue, remedyIds } from '#shared/remedies.ts';
import { ask } from '../../client.ts';
import { planWords, words } from '../../messages.ts';
import { showFailure } from '../../ui/notices.ts';
import classes from './people-list.module.css';
import { PlanRows } from './plan-rows.ts';

const lineHeight = 24;
const destructive: RemedyId[] = remedyIds.filter((id) => remedyCatalogue[id].destructive);

/** Rows of the plan that a destructive remedy is for; asked for as the list is scrolled. */
const useDestructiveRows = (planId: string) => {
	const [version, setVersion] = useState(0);
	const [rows] = useState(
		() =>
			new PlanRows((from, count) => ask((client) => client.plans.rows({ planId, remedies: destructive, from, count })), {
				changed: () => setVersion((now) => now + 1),
				failed: showFailure,
			}),
	);
	useEffect(() => {
		void rows.load();
	}, [rows]);
	return { rows, version };
};

/** Everybody whom the plan removes: each can be looked at before it is confirmed. */
export const PeopleList = ({ planId }: { readonly planId: string }) => {
	const { rows, version } = useDestructiveRows(planId);
	const scroller = useRef<HTMLDivElement>(null);
	const virtualizer = useVirtualizer({
		count: rows.total ?? 0,
		getScrollElement: () => scroller.current,
		estimateSize: () => lineHeight,
		overscan: 10,
		useFlushSync: false,
	});
	const lines = virtualizer.getVirtualItems();
	const first = lines[0]?.index ?? 0;
	const last = lines.at(-1)?.index ?? 0;
	useEffect(() => {
		rows.want([first, last]);
	}, [rows, first, last]);
	return (
		<>
			{rows.total !== null && <p>{planWords.confirm.removed(rows.total)}</p>}
			<div
				ref={scroller}
				className={classes['people']}
				tabIndex={0}
				role="list"
				aria-label={planWords.confirm.peopleList}
				data-version={version}
			>
				{rows.total === null && <p className={classes['waiting']}>{words.common.loading}</p>}
				<div className={classes['space']} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
					{lines.map(({ index, start }) => {
						const row = rows.at(index);
						return (
							<div
								key={index}
								role="listitem"
								aria-setsize={rows.total ?? 0}
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
