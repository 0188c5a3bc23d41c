import type { Run, RunRow } from '#shared/run.ts';
import { causeTexts, tableWords, words, planWords } from '../../messages.ts';
import { api, ask } from '../../api.ts';
import { copyText } from '../../ui/copy-text.ts';
import { Menu, type MenuItem, type MenuPlace } from '../../ui/menu.tsx';
import { showFailure } from '../../ui/notices.ts';
import { isMac } from '../../ui/keys.ts';
import { copyAsCells, inShownOrder } from './copy-cells.ts';
import { canBePlanned } from './plan-button.tsx';
import type { PlanScope } from '../plans/plan-dialog.tsx';
import type { RunRows } from './run-rows.ts';
import { useRunView } from './run-view.ts';
import { noFilter } from './view-filter.ts';

const text = tableWords.menu;

const domainOf = (email: string): string | null => {
	const at = email.lastIndexOf('@');
	return at === -1 || at === email.length - 1 ? null : email.slice(at + 1).toLowerCase();
};

/** Every row of the run with this cause, whatever the filter shows. */
const selectCause = async (runId: string, { cause }: RunRow): Promise<void> => {
	const answer = await ask(api.runs.rowIds.call({ runId, filter: { causes: [cause] }, sort: useRunView.getState().sort }));
	const { runId: now, select } = useRunView.getState();
	if (!answer.ok) showFailure(answer.failure);
	else if (now === runId) select(answer.value);
};

export interface RowMenuContext {
	readonly run: Run;
	readonly rows: RunRows;
	/** In the order shown. */
	readonly ids: readonly number[];
	readonly onPlan: (scopes: readonly PlanScope[]) => void;
}

const itemsFor = (row: RunRow, { run, ids, onPlan }: RowMenuContext): readonly MenuItem[] => {
	const { selection, changeFilter, showDetail } = useRunView.getState();
	const { label } = causeTexts[row.cause];
	const domain = domainOf(row.email);
	// A row that is selected stands for all that are; any other for itself alone.
	const meant = selection.ids.has(row.id) ? inShownOrder(selection.ids, ids) : [row.id];
	const plan: MenuItem = {
		id: 'plan',
		label: text.plan(meant.length),
		startsGroup: true,
		choose: () => onPlan([{ label: meant.length === 1 ? text.thisRow(row.email) : planWords.make.selected(meant.length), ids: meant }]),
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
		{ id: 'select', label: text.selectCause(label), choose: () => void selectCause(run.id, row) },
		...(canBePlanned(run) ? [plan] : []),
	];
};

interface RowMenuProps extends RowMenuContext {
	readonly open: { readonly id: number; readonly at: MenuPlace } | null;
	readonly onClose: () => void;
}

/** What can be done with one row, or with the selection it belongs to. */
export const RowMenu = ({ open, onClose, ...context }: RowMenuProps) => {
	const row = open === null ? undefined : context.rows.get(open.id);
	return (
		<Menu
			label={text.label}
			items={row === undefined ? [] : itemsFor(row, context)}
			at={row === undefined ? null : (open?.at ?? null)}
			onClose={onClose}
		/>
	);
};
