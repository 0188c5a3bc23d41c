import { goTo } from '../../../route.ts';
import { useRunView } from '../run-view.ts';
import { noFilter, type ViewFilter } from '../view-filter.ts';

/** From a number to the rows behind it. */
export const showRows = (runId: string, filter: Partial<ViewFilter>): void => {
	useRunView.getState().changeFilter({ ...noFilter, ...filter });
	goTo({ at: 'run', runId });
};
