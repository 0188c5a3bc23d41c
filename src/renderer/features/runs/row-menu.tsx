import type { RunRow } from '#shared/run.ts';
import { causeTexts, tableWords, words, planWords } from '../../messages.ts';
import { ask } from '../../client.ts';
import { copyText } from '../../ui/copy-text.ts';
import { Menu, type MenuItem, type MenuPlace } from '../../ui/menu.tsx';
import { showFailure } from '../../ui/notices.ts';
import { isMac } from '../../ui/keys.ts';
import { copyAsCells, inShownOrder } from './copy-cells.ts';
import { canBePlanned } from './plan-button.tsx';
import { usePlanRequest } from './plan-request.ts';
import { rowOf, useRunView } from './run-view.ts';
import { noFilter } from './view-filter.ts';

const text = tableWords.menu;

const domainOf = (email: string): string | null => {
	const at = email.lastIndexOf('@');
	return at === -1 || at === email.length - 1 ? null : email.slice(at + 1).toLowerCase();
};

/** Every row of the run with this cause, whatever the filter shows. */
const selectCause = async ({ cause }: RunRow): Promise<void> => {
	const { runId, sort, selectThese } = useRunView.getState();
	if (runId === null) return;
	const answer = await ask((client) => client.runs.rowIds({ runId, filter: { causes: [cause] }, sort }));
	if (useRunView.getState().runId !== runId) return;
	if (answer.ok) selectThese(answer.value);
	else showFailure(answer.failure);
};

/** A row that is selected stands for all that are; any other for itself alone. */
const rowsMeant = (id: number): readonly number[] => {
	const { selection, ids } = useRunView.getState();
	return selection.ids.has(id) ? inShownOrder(selection.ids, ids ?? []) : [id];
};

const itemsFor = (row: RunRow): readonly MenuItem[] => {
	const { run, changeFilter, showDetail } = useRunView.getState();
	const { label } = causeTexts[row.cause];
	const domain = domainOf(row.email);
	const meant = rowsMeant(row.id);
	const plan: MenuItem = {
		id: 'plan',
		label: text.plan(meant.length),
		startsGroup: true,
		choose: () =>
			usePlanRequest
				.getState()
				.askFor([{ label: meant.length === 1 ? text.thisRow(row.email) : planWords.make.selected(meant.length), ids: meant }]),
	};
	return [
		{ id: 'open', label: text.open, keys: text.enterKey, choose: () => showDetail(true) },
		{ id: 'address', label: text.copyAddress, choose: () => void copyText(row.email, words.common.copied(row.email)) },
		{
			id: 'cells',
			label: text.copyCells(meant.length),
			keys: isMac ? text.macCopyKeys : text.copyKeys,
			choose: () => void copyAsCells(meant),
		},
		{
			id: 'cause',
			label: text.filterCause(label),
			startsGroup: true,
			choose: () => changeFilter({ ...noFilter, causes: [row.cause] }),
		},
		...(domain === null
			? []
			: [{ id: 'domain', label: text.filterDomain(domain), choose: () => changeFilter({ ...noFilter, domains: [domain] }) }]),
		{ id: 'select', label: text.selectCause(label), choose: () => void selectCause(row) },
		...(run !== null && canBePlanned(run) ? [plan] : []),
	];
};

interface RowMenuProps {
	readonly open: { readonly id: number; readonly at: MenuPlace } | null;
	readonly onClose: () => void;
}

/** What can be done with one row, or with the selection it belongs to. */
export const RowMenu = ({ open, onClose }: RowMenuProps) => {
	const row = open === null ? undefined : rowOf(open.id);
	return (
		<Menu
			label={text.label}
			items={row === undefined ? [] : itemsFor(row)}
			at={row === undefined ? null : (open?.at ?? null)}
			onClose={onClose}
		/>
	);
};
