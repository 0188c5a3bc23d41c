import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { openListBytes } from '#main/files/open-list.ts';
import { makeList, programs } from '../../../support/exported-lists.ts';

/** `npm run test:long -- lists` has ten thousand. */
const lists = Number(process.env['LISTS'] ?? 300);
const firstSeed = Number(process.env['LISTS_SEED'] ?? 1);

it(`of ${lists} lists as programs export them no person is lost, none is invented, and what is left out is said`, async () => {
	const wrong: unknown[] = [];
	for (let seed = firstSeed; seed < firstSeed + lists; seed += 1) {
		const list = makeList(seed);
		// A single letter that is not ASCII leaves several encodings possible: the guess is shown, and has tests of its own.
		const said1252 = list.encoding === 'windows-1252' ? { encoding: 'windows-1252' as const } : {};
		const outcome = await openListBytes('list.csv', iconv.encode(list.text, list.encoding, { addBOM: list.hasMark }), said1252);
		const rows = outcome.ok ? [...outcome.value.rows()] : [];
		const read = rows.flatMap(({ read: one, displayName }) => (one.valid ? [`${one.address} ${displayName ?? ''}`] : []));
		const said = outcome.ok
			? outcome.value.account.items.reduce((sum, { kind, count }) => (list.left[kind] === undefined ? sum : sum + count), 0)
			: 0;
		const expectedLeft = Object.values(list.left).reduce((sum, count) => sum + count, 0);
		const isRight =
			JSON.stringify(read) === JSON.stringify(list.people.map(({ address, name }) => `${address} ${name}`)) && said === expectedLeft;
		if (!isRight && wrong.length < 5) {
			const failure = outcome.ok ? null : outcome.failure;
			wrong.push({
				seed,
				program: list.program,
				encoding: list.encoding,
				failure,
				read,
				expected: list.people,
				said,
				left: list.left,
				text: list.text.slice(0, 600),
			});
		}
	}
	expect(wrong).toEqual([]);
	expect(programs.length).toBe(10);
});
