import { Button, VisuallyHidden } from '@mantine/core';
import { useRef, useState } from 'react';
import { tableWords } from '../../../messages.ts';
import { Menu, type MenuItem, type MenuPlace } from '../../../ui/menu.tsx';
import { columnName } from './column-header.tsx';
import { firstLayout, toggleColumn } from './column-layout.ts';
import { useColumns } from './columns.ts';

const text = tableWords.columns;

/** Which columns the table shows. Their order and widths are set at the header itself. */
export const ColumnsMenu = () => {
	const button = useRef<HTMLButtonElement>(null);
	const [at, setAt] = useState<MenuPlace | null>(null);
	const layout = useColumns((columns) => columns.layout);
	const said = useColumns((columns) => columns.said);
	const { change, reset } = useColumns.getState();
	const items: MenuItem[] = layout.order.map((id) => ({
		id,
		label: columnName(id),
		isChecked: !layout.hidden.includes(id),
		choose: () => change((now) => toggleColumn(now, id)),
	}));
	if (layout !== firstLayout) items.push({ id: 'reset', label: text.reset, startsGroup: true, choose: reset });
	const open = (): void => {
		const box = button.current?.getBoundingClientRect();
		setAt(box === undefined ? null : { x: box.left, y: box.bottom + 4 });
	};
	return (
		<>
			<Button ref={button} variant="default" aria-haspopup="menu" aria-expanded={at !== null} onClick={open}>
				{text.button}
			</Button>
			<Menu label={text.menu} items={items} at={at} onClose={() => setAt(null)} />
			<VisuallyHidden role="status">{said}</VisuallyHidden>
		</>
	);
};
