import { numbersIn } from '../numbers.ts';

export const { formatCount, formatPercent, plural, formatMoment } = numbersIn('de');
