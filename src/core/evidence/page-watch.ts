/** More than any site has, so that a list which never ends does end. */
export const mostRecords = 1_000_000;

/** Looks at one page after another for what no list that ends would do; keeps a line a page. */
export interface PageWatch {
	/** What is wrong with the list, if this is its next page; `null` where nothing is. */
	problemWith(page: readonly unknown[]): string | null;
}

/** `most`: records that the site has announced, where it has. */
export const watchPages = (most = mostRecords): PageWatch => {
	const seen = new Set<string>();
	let records = 0;
	return {
		problemWith: (page) => {
			records += page.length;
			if (records > most) return most === mostRecords ? 'more records than any site has' : 'more records than the site announced';
			if (page.length === 0) return null;
			const ends = JSON.stringify([page.length, page[0], page.at(-1)]);
			if (seen.has(ends)) return 'the pages go in circles';
			seen.add(ends);
			return null;
		},
	};
};
