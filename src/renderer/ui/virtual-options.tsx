import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { positionAfterKey } from './grid-keys.ts';
import classes from './virtual-options.module.css';

const optionHeight = 52;

interface VirtualOptionsProps {
	readonly list: RefObject<HTMLDivElement | null>;
	readonly label: string;
	readonly count: number;
	/** Position of the option that is shown beside the list. */
	readonly active: number;
	readonly optionAt: (position: number) => ReactNode;
	readonly onActivate: (position: number) => void;
}

/** A list of any length, one of which is active: arrows, j and k move; only the options in sight exist. */
export const VirtualOptions = ({ list, label, count, active, optionAt, onActivate }: VirtualOptionsProps) => {
	const id = useId();
	const virtualizer = useVirtualizer({
		count,
		getScrollElement: () => list.current,
		estimateSize: () => optionHeight,
		overscan: 8,
		useFlushSync: false,
	});
	const shown = useRef(0);
	useEffect(() => {
		// Where the list stands as it came, there is nothing to scroll: it has no height yet to reckon with.
		if (active === shown.current) return;
		shown.current = active;
		if (active >= 0 && active < count) virtualizer.scrollToIndex(active, { align: 'auto' });
	}, [active, count, virtualizer]);

	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const optionsPerPage = Math.floor((list.current?.clientHeight ?? optionHeight) / optionHeight) - 1;
		const to = positionAfterKey(event.key, active, count, optionsPerPage);
		if (to === null) return;
		event.preventDefault();
		onActivate(to);
	};

	const options = virtualizer.getVirtualItems();
	const isActiveShown = options.some(({ index }) => index === active);
	return (
		<div
			ref={list}
			role="listbox"
			tabIndex={0}
			aria-label={label}
			aria-activedescendant={isActiveShown ? `${id}-${active}` : undefined}
			className={classes['list']}
			onKeyDown={onKeyDown}
		>
			<div className={classes['space']} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
				{options.map(({ index, start }) => (
					<div
						key={index}
						id={`${id}-${index}`}
						role="option"
						aria-selected={index === active}
						aria-setsize={count}
						aria-posinset={index + 1}
						className={classes['option']}
						style={{ transform: `translateY(${start}px)` }}
						onClick={() => onActivate(index)}
					>
						{optionAt(index)}
					</div>
				))}
			</div>
		</div>
	);
};
