/**
 * Whether two different words are one slip apart: a letter left out, added, replaced, or two neighbours swapped
 * (Damerau-Levenshtein distance 1, optimal string alignment).
 */
export const isOneSlipApart = (left: string, right: string): boolean => {
	if (left === right || Math.abs(left.length - right.length) > 1) return false;
	let start = 0;
	while (start < left.length && left[start] === right[start]) start++;
	let endLeft = left.length;
	let endRight = right.length;
	while (endLeft > start && endRight > start && left[endLeft - 1] === right[endRight - 1]) {
		endLeft--;
		endRight--;
	}
	const restLeft = left.slice(start, endLeft);
	const restRight = right.slice(start, endRight);
	return (restLeft.length <= 1 && restRight.length <= 1) || isSwapped(restLeft, restRight);
};

/** Whether two words differ by two neighbouring letters that changed places. */
export const isTransposition = (left: string, right: string): boolean =>
	left.length === right.length && isOneSlipApart(left, right) && [...left].sort().join('') === [...right].sort().join('');

const isSwapped = (left: string, right: string): boolean =>
	left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];

/**
 * The word and every form of it with one letter left out. Two words one slip apart always share one of these,
 * which turns "compare with every known domain" into a few look-ups (the idea of SymSpell).
 */
export const deletions = (word: string): readonly string[] => {
	const forms = new Set([word]);
	for (let index = 0; index < word.length; index++) forms.add(word.slice(0, index) + word.slice(index + 1));
	return [...forms];
};
