import { describe, expect, it } from 'vitest';
import { openListText } from '#main/files/open-list.ts';
import { SeededRandom } from '../../../faults/seeded-random.ts';

interface Person {
	readonly name: string;
	readonly address: string;
}

const names = [
	'Ann Lee',
	'Bob Ray',
	'Cy Poe',
	'Jürgen Müller',
	"Siân O'Connor",
	'Mary-Jane Smith',
	'Ida van der Berg',
	'Zoë Groß',
	'José García',
];

/** What stands before each line; `n` its number. */
const marks: readonly ((n: number) => string)[] = [
	() => '',
	() => '* ',
	() => '- ',
	() => '• ',
	() => '– ',
	() => '·  ',
	() => '◦ ',
	() => '‣ ',
	() => '+ ',
	() => '▪ ',
	() => '→ ',
	() => '- [ ] ',
	() => '- [x] ',
	() => '* [X] ',
	() => '[ ] ',
	() => '☐ ',
	() => '✓ ',
	(n) => `${n}. `,
	(n) => `${n}) `,
	(n) => `(${n}) `,
	(n) => `${n}: `,
	(n) => `#${n} `,
	(n) => `${String.fromCharCode(96 + n)}) `,
	(n) => `${String.fromCharCode(64 + n)}. `,
	(n) => `${['i', 'ii', 'iii', 'iv', 'v', 'vi'][n - 1]}. `,
	() => '\t• ',
	() => '    * ',
];

/** How a name and an address stand together; `null`: the form has no name. */
const forms: readonly (readonly [named: boolean, form: (person: Person) => string])[] = [
	[false, ({ address }) => address],
	[true, ({ name, address }) => `${name} <${address}>`],
	[true, ({ name, address }) => `${name} (${address})`],
	[true, ({ name, address }) => `${name} [${address}]`],
	[true, ({ name, address }) => `${name} - ${address}`],
	[true, ({ name, address }) => `${name} – ${address}`],
	[true, ({ name, address }) => `${name}: ${address}`],
	[true, ({ name, address }) => `${name}, ${address}`],
	[true, ({ name, address }) => `${name}; ${address}`],
	[true, ({ name, address }) => `${name}\t${address}`],
	[true, ({ name, address }) => `${name} | ${address}`],
	[true, ({ name, address }) => `${name} ${address}`],
	[true, ({ name, address }) => `"${name}" <${address}>`],
	[true, ({ name, address }) => `**${name}** ${address}`],
	[true, ({ name, address }) => `[${name}](mailto:${address})`],
	[true, ({ name, address }) => `${name} <mailto:${address}>`],
	[true, ({ name, address }) => `${address} (${name})`],
	[true, ({ name, address }) => `${address} - ${name}`],
	[true, ({ name, address }) => `${address}\t${name}`],
	[false, ({ address }) => `<${address}>`],
	[false, ({ address }) => `mailto:${address}`],
];

/** What stands behind each line. */
const ends = ['', ',', ';', '.', ' ', '  '];
/** What stands before every line of all of it. */
const quotes = ['', '> ', '>> '];
const breaks = ['\n', '\r\n', '\n\n'];

const peopleOf = async (text: string): Promise<readonly (readonly [string, string | null])[]> => {
	const opened = await openListText('pasted', text);
	if (!opened.ok) return [[opened.failure.code, null]];
	return [...opened.value.rows()].map(
		({ read, displayName, original }) => [read.valid ? read.address : `! ${original}`, displayName] as const,
	);
};

describe('people in a text that somebody pastes', () => {
	it.each([
		['A. Smith <a.smith@partner.example>\nB. Jones <b.jones@partner.example>', ['A. Smith', 'B. Jones']],
		['Dr. Ann Lee <ann@partner.example>\nMr. Bob Ray <bob@partner.example>', ['Dr. Ann Lee', 'Mr. Bob Ray']],
		['* Cy - cy@partner.example', ['Cy']],
		['1. Cy: cy@partner.example\n2. Di: di@partner.example', ['Cy', 'Di']],
		['Attendees:\n- Ann Lee (ann@partner.example)\n- Bob Ray (bob@partner.example)', ['Ann Lee', 'Bob Ray']],
		['first__last__x@partner.example,\na*b*c@partner.example,', [null, null]],
	])('%j have these names', async (text, expected) => {
		const people = await peopleOf(text);
		expect(people.map(([, name]) => name)).toEqual(expected);
		expect(people.map(([address]) => address)).toEqual(text.match(/[\w.*]+@partner\.example/g));
	});

	it('are read in 3,000 forms: each once, by their names, and nobody else', async () => {
		const chance = new SeededRandom(12);
		const wrong: string[] = [];
		for (let nth = 0; nth < 3000; nth++) {
			const people = Array.from({ length: 3 + chance.below(3) }, (_, index) => {
				const name = chance.pick(names);
				const local = name
					.normalize('NFKD')
					.toLowerCase()
					.replace(/[^a-z ]/g, '')
					.replaceAll(' ', '.');
				return { name, address: `${local}${index}@${chance.pick(['partner.example', 'vendor.example'])}` };
			});
			// Each mark with each form, whatever is around them.
			const mark = marks[nth % marks.length] ?? String;
			const [isNamed, form] = forms[Math.floor(nth / marks.length) % forms.length] ?? chance.pick(forms);
			const [end, quote, lineEnd] = [chance.pick(ends), chance.next() < 0.7 ? '' : chance.pick(quotes), chance.pick(breaks)];
			const text = people.map((person, index) => `${quote}${mark(index + 1)}${form(person)}${end}`).join(lineEnd);
			const expected = people.map(({ name, address }) => [address, isNamed ? name : null]);
			const read = await peopleOf(text);
			if (JSON.stringify(read) !== JSON.stringify(expected)) wrong.push(`${JSON.stringify(text)}: ${JSON.stringify(read)}`);
		}
		expect(wrong.slice(0, 5)).toEqual([]);
	});
});
