import { type QueryKey, useQueries, useQueryClient, type UseQueryOptions } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

/** While a table flies past, only where it comes to rest is asked for. */
const restMs = 40;

export const positionsFrom = (first: number, last: number): readonly number[] =>
	Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

interface Page<Row> {
	readonly total: number;
	readonly rows: readonly Row[];
}

type PageOptions<Row> = Pick<UseQueryOptions<Page<Row>>, 'queryFn' | 'staleTime' | 'gcTime'> & { readonly queryKey: QueryKey };

interface Pages<Row> {
	/** `undefined` until the first answer. */
	readonly total: number | undefined;
	/** `undefined` while the row is on its way. */
	readonly at: (position: number) => Row | undefined;
	/** These positions are in sight. */
	readonly show: (positions: readonly number[]) => void;
}

/** The rows of one question, by position, asked for a page at a time as they come into sight. */
export const usePages = <Row>(pageSize: number, pageFrom: (position: number) => PageOptions<Row>): Pages<Row> => {
	const cache = useQueryClient();
	const [inSight, setInSight] = useState<readonly number[]>([]);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	// The first one always: it tells how many there are, whatever is in sight.
	const asked = [...new Set([0, ...inSight])];
	const shown = useQueries({ queries: asked.map((page) => pageFrom(page * pageSize)) });
	const show = useCallback(
		(positions: readonly number[]) => {
			const pages = [...new Set(positions.map((position) => Math.floor(position / pageSize)))];
			clearTimeout(timer.current);
			timer.current = setTimeout(() => setInSight(pages), restMs);
		},
		[pageSize],
	);
	// Also pages that are not in sight any more: the table shows them while it flies back over them.
	const known = new Map<number, Page<Row> | undefined>();
	const at = (position: number): Row | undefined => {
		const page = Math.floor(position / pageSize);
		if (!known.has(page)) known.set(page, cache.getQueryData<Page<Row>>(pageFrom(page * pageSize).queryKey));
		return known.get(page)?.rows[position % pageSize];
	};
	return { total: shown.find(({ data }) => data !== undefined)?.data?.total, at, show };
};
