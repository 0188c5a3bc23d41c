import { causeCatalogue } from '#shared/causes.ts';
import { isByCalls, type StepId } from '#shared/remedies.ts';
import { remedies } from '../remedies/remedies.ts';
import type { RowsAlike } from './plan-store.ts';

type Refused = Pick<RowsAlike, 'remedy' | 'before' | 'after' | 'stranded'>;

const stepsOf = (remedy: RowsAlike['remedy']): readonly StepId[] => (isByCalls(remedy) ? remedies[remedy] : []);

/**
 * Whether to try a row once more may help: not where it is a customer, and not where what was seen of it since asks for something
 * that its remedy does not do. What nobody has seen may have changed.
 */
export const mayHelpToRetry = ({ remedy, before, after, stranded }: Refused): boolean => {
	if (after === 'already-customer') return false;
	if (stranded || after === null || after === before) return true;
	const { standing, remedy: next } = causeCatalogue[after];
	if (next === null) return standing === 'open';
	const own = stepsOf(remedy);
	return isByCalls(next) && remedies[next].every((step) => own.includes(step));
};
