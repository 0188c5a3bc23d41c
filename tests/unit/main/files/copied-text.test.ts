import { describe, expect, it } from 'vitest';
import { openListBytes, openListText } from '#main/files/open-list.ts';

const ann = 'ann.lee@partner.example';
const bob = 'bob.ray@partner.example';
const dan = 'dan.fox@vendor.example';

const peopleIn = async (text: string, origin: 'pasted' | 'file') => {
	const outcome = origin === 'pasted' ? await openListText('pasted', text) : await openListBytes('list.txt', Buffer.from(text));
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	return [...outcome.value.rows()].map(({ read, displayName }) => [read.valid ? read.address : read.problem, displayName]);
};

const all = [ann, bob, dan];
const sentence = (addresses: string) =>
	`The following customers could not be added: ${addresses}. Please check the email addresses and try again.`;

describe("Jira's refusal", () => {
	it.each([
		['as it is', sentence(all.join(', '))],
		['with one address', sentence(ann), [ann]],
		['in quotes', `"${sentence(all.join(', '))}"`],
		['in typographic quotes', `“${sentence(all.join(', '))}”`],
		['broken into lines', sentence(all.join(', ')).replace(/ /g, '\n')],
		[
			'broken in the middle of the sentence',
			sentence(all.join(', ')).replace('could not', 'could\r\nnot').replace('check the', 'check\r\nthe'),
		],
		['one address a line', sentence(`\n${all.join('\n')}\n`)],
		['with each address in quotes', sentence(all.map((one) => `"${one}"`).join(', '))],
		['with semicolons', sentence(all.join('; '))],
		['with spaces alone', sentence(all.join(' '))],
		['with "and"', sentence(`${ann}, ${bob} and ${dan}`)],
		['with brackets', sentence(`[${all.join(', ')}]`)],
		['without its second sentence', `The following customers could not be added: ${all.join(', ')}`],
		['without its full stop', sentence(all.join(', ')).slice(0, -1)],
		["with couldn't", sentence(all.join(', ')).replace('could not', "couldn't")],
		['with couldn’t', sentence(all.join(', ')).replace('could not', 'couldn’t')],
		['with a heading', `Error\n\n${sentence(all.join(', '))}`],
		['quoted in a mail', `> ${sentence(all.join(', ')).replace('added: ', 'added:\n> ')}`],
		['in capitals', sentence(all.join(', ')).toUpperCase()],
		['with a tab', sentence(all.join(',\t'))],
		['with odd spaces', sentence(all.join(',\u00a0')).replaceAll(' ', '\u00a0')],
		['twice', `${sentence(`${ann}, ${bob}`)}\n${sentence(dan)}`],
		['of one customer', sentence(ann).replace('customers', 'customer'), [ann]],
		[
			'in German',
			`Die folgenden Kunden konnten nicht hinzugefügt werden: ${all.join(', ')}. Bitte überprüfen Sie die E-Mail-Adressen und versuchen Sie es erneut.`,
		],
		['in bold letters of a wiki', sentence(all.join(', ')).replace(/^(.*?:)/, '*$1*')],
	] as [string, string, string[]?][])('%s', async (_, text, expected = all) => {
		for (const origin of ['pasted', 'file'] as const) {
			expect((await peopleIn(text, origin)).map(([address]) => address)).toEqual(expected);
		}
	});

	it('keeps what is no address in its list, so that it is said', async () => {
		expect((await peopleIn(sentence(`${ann}, bob.partner.example, ${dan}`), 'pasted')).map(([address]) => address)).toEqual([
			ann,
			'no-at-sign',
			dan,
		]);
	});
});

const three = [
	[ann, 'Lee, Ann'],
	[bob, 'Ray, Bob'],
	[dan, 'Fox, Dan'],
] as const;
const first = [
	[ann, 'Ann Lee'],
	[bob, 'Bob Ray'],
	[dan, 'Dan Fox'],
] as const;
const bare = all.map((one) => [one, null] as const);

describe('text that was copied', () => {
	it.each([
		['lines, last name first', `Lee, Ann <${ann}>\nRay, Bob <${bob}>\nFox, Dan <${dan}>`, three],
		['one line, last name first, commas', `Lee, Ann <${ann}>, Ray, Bob <${bob}>, Fox, Dan <${dan}>`, three],
		['one line, last name first, semicolons', `Lee, Ann <${ann}>; Ray, Bob <${bob}>; Fox, Dan <${dan}>;`, three],
		['one line, commas without spaces', `Ann Lee <${ann}>,Bob Ray <${bob}>,Dan Fox <${dan}>`, first],
		['one line, spaces alone', `Ann Lee <${ann}> Bob Ray <${bob}> Dan Fox <${dan}>`, first],
		['names in round brackets behind', `${ann} (Ann Lee), ${bob} (Bob Ray), ${dan} (Dan Fox)`, first],
		['addresses in round brackets', `Ann Lee (${ann}), Bob Ray (${bob}), Dan Fox (${dan})`, first],
		['addresses in round brackets, a line each', `Ann Lee (${ann})\nBob Ray (${bob})\nDan Fox (${dan})`, first],
		['addresses in square brackets', `Ann Lee [${ann}]\nBob Ray [${bob}]\nDan Fox [${dan}]`, first],
		['To and Cc', `To: Ann Lee <${ann}>; Bob Ray <${bob}>\nCc: Dan Fox <${dan}>`, first],
		['To and Cc in German, folded', `An: Lee, Ann <${ann}>;\n\tRay, Bob <${bob}>\nKopie: Fox, Dan <${dan}>`, three],
		[
			'the head of a mail',
			`From: Sam Sales <sam@acme.example>\nSent: Monday\nTo: Ann Lee <${ann}>, Bob Ray <${bob}>\nCc: ${dan}\nSubject: Please add`,
			[first[0], first[1], [dan, null]],
		],
		['spaces', all.join(' '), bare],
		['many spaces', `  ${all.join('    ')}  `, bare],
		['pipes', all.join(' | '), bare],
		['slashes', all.join(' / '), bare],
		['"and"', `${ann} and ${bob} and ${dan}`, bare],
		['commas and "and"', `${ann}, ${bob}, and ${dan}`, bare],
		['in angle brackets', all.map((one) => `<${one}>`).join(' '), bare],
		['in quotes', all.map((one) => `'${one}'`).join(', '), bare],
		['in one pair of square brackets', `[${all.join(', ')}]`, bare],
		['an array', `["${all.join('", "')}"]`, bare],
		['bullets', all.map((one) => `- ${one}`).join('\n'), bare],
		['bullets and names', `• Ann Lee <${ann}>\n• Bob Ray <${bob}>\n• Dan Fox <${dan}>`, first],
		['numbers', `1. Ann Lee, ${ann}\n2. Bob Ray, ${bob}\n3. Dan Fox, ${dan}`, first],
		['a quoted mail', `> ${ann}\n> ${bob}\n> ${dan}`, bare],
		['links of markdown', `[Ann Lee](mailto:${ann}), [Bob Ray](mailto:${bob}), [Dan Fox](mailto:${dan})`, first],
		['links of markdown, a line each', `* [Ann Lee](mailto:${ann})\n* [Bob Ray](mailto:${bob})\n* [Dan Fox](mailto:${dan})`, first],
		['links of a wiki', `[Ann Lee|mailto:${ann}]\n[Bob Ray|mailto:${bob}]\n[Dan Fox|mailto:${dan}]`, first],
		['a table of markdown', `| Name | E-mail |\n|---|:---:|\n| Ann Lee | ${ann} |\n| Bob Ray | ${bob} |\n| Dan Fox | ${dan} |`, first],
		['a table of a wiki', `||Name||E-mail||\n|Ann Lee|${ann}|\n|Bob Ray|${bob}|\n|Dan Fox|${dan}|`, first],
		[
			'a table of a database',
			`+---------+------+\n| name | mail |\n+---------+------+\n| Ann Lee | ${ann} |\n| Bob Ray | ${bob} |\n| Dan Fox | ${dan} |\n+---------+------+`,
			first,
		],
		['a ruled table', ` name | email\n------+-------\n Ann Lee | ${ann}\n Bob Ray | ${bob}\n Dan Fox | ${dan}\n(3 rows)`, first],
		['name and address with a dash', `Ann Lee - ${ann}\nBob Ray - ${bob}\nDan Fox - ${dan}`, first],
		['name and address with a space', `Ann Lee ${ann}\nBob Ray ${bob}\nDan Fox ${dan}`, first],
		[
			'a title behind the name',
			`John Smith, Jr. <${ann}>\nMary Poe, PhD <${bob}>`,
			[
				[ann, 'John Smith, Jr.'],
				[bob, 'Mary Poe, PhD'],
			],
		],
		[
			'a note in the name',
			`Lee, Ann (External) <${ann}>, Ray, Bob (Partner) <${bob}>`,
			[
				[ann, 'Lee, Ann (External)'],
				[bob, 'Ray, Bob (Partner)'],
			],
		],
	] as readonly (readonly [string, string, readonly (readonly [string, string | null])[]])[])('%s', async (_, text, expected) => {
		expect(await peopleIn(text, 'pasted')).toEqual(expected);
		expect(await peopleIn(text, 'file')).toEqual(expected);
	});
});

describe('the text of a mail', () => {
	const head = 'From: Sam Sales <sam@acme.example>\nSent: Monday, May 4, 2026 9:12 AM\nTo: Support <support@acme.example>\nSubject: People';
	const named = [
		[ann, 'Ann Lee'],
		[bob, 'Bob Ray'],
		[dan, null],
	];

	it.each([
		[
			'a list below its head',
			`${head}\n\nHi,\nplease add:\n\nAnn Lee <${ann}>\n- Bob Ray, ${bob}\n${dan}\n\nThanks\n-- \nSam | sam@acme.example`,
		],
		['sentences', `${head}\n\nPlease add Ann Lee <${ann}> and Bob Ray (${bob}) to the portal. Also ${dan}.\nSam, sam@acme.example`],
		['no head', `Hi Robin,\n\ncould you add Ann Lee <${ann}>, Bob Ray <${bob}>,\nand ${dan}?\n\nThanks`],
		['one sentence', `Please add Ann Lee (${ann}), Bob Ray (${bob}) and ${dan} to Halden support.`],
		['German', `Guten Tag,\nbitte ergänzen Sie Ann Lee <${ann}> sowie Bob Ray <${bob}>.\nAußerdem ${dan}.\n\nViele Grüße\nSam`],
		['quoted', `On Mon, May 4, 2026 at 9:12 AM Sam Sales <sam@acme.example> wrote:\n> Ann Lee <${ann}>\n> Bob Ray: ${bob}\n> ${dan}`],
		['forwarded', `---------- Forwarded message ---------\n${head}\n\nAnn Lee <${ann}>\nBob Ray <${bob}>\n${dan}`],
		['a table in it', `Hello,\nName, E-mail\nAnn Lee, ${ann}\nBob Ray,${bob}\n${dan}\nRegards\nSam`],
	])('names the people: %s', async (_, text) => {
		expect(await peopleIn(text, 'pasted')).toEqual(named);
	});

	it('says whom it leaves, and takes them where that is chosen', async () => {
		const text = `${head}\n\n${ann}\n${bob}\n`;
		const outcome = await openListText('pasted', text);
		expect(outcome).toMatchObject({ ok: true, value: { account: { items: [{ kind: 'between', count: 4 }, { kind: 'no-names' }] } } });
		const all = outcome.ok ? await outcome.value.openWith({ frames: 'take' }) : outcome;
		expect(all.ok && [...all.value.rows()].map(({ read }) => read.valid && read.address)).toEqual([
			'sam@acme.example',
			'support@acme.example',
			ann,
			bob,
		]);
	});

	it('is a table still where its lines are', async () => {
		expect(await peopleIn(`Name;E-mail;Note\nAnn Lee;${ann};please call\nBob Ray;${bob};thanks`, 'pasted')).toEqual(named.slice(0, 2));
	});
});

// Of so many, an expression that goes back over them would not come to an end.
it.each(['a@b ', '@', '<', 'a@b <', '> ', '| ', '-+-', ' ', 'and @', '(a@b', '. ', 'the ', 'SMTP:', '[[', '"'])(
	'comes to an end with 900,000 characters of %j',
	async (piece) => {
		const text = piece.repeat(900_000 / piece.length);
		for (const one of [text, `${text}x`, `The following customers could not be added: ${text}`, `To: ${text}`]) {
			expect(await openListText('pasted', one)).toHaveProperty('ok');
		}
	},
);
