import type { ContactsKind, SourceRow } from '#shared/lists.ts';

/** People of an address book, as a table with a line of titles. */
export interface Contacts {
	readonly of: ContactsKind;
	readonly rows: readonly SourceRow[];
}

interface Contact {
	readonly line: number;
	readonly name: string;
	readonly addresses: readonly string[];
	readonly organisation: string;
}

/** Cards of vCard, entries of LDIF or objects of JSON; `null` for other text. */
export const readContacts = (text: string): Contacts | null => {
	const start = text
		.slice(0, 2000)
		.replace(/^\ufeff/, '')
		.trimStart();
	if (/^BEGIN:VCARD\s/i.test(start)) return table('vcard', cardsIn(text));
	if (/^(?:#[^\n]*\n|version:\s*1\s*\n)*\s*dn::?\s/i.test(start)) return table('ldif', entriesIn(text));
	if (/^[[{]/.test(start)) {
		const people = peopleOfJson(text);
		return people === null ? null : table('json', people);
	}
	return null;
};

const table = (of: ContactsKind, contacts: readonly Contact[]): Contacts => {
	const most = contacts.reduce((count, { addresses }) => Math.max(count, addresses.length), 1);
	const further = Array.from({ length: Math.min(most, 20) - 1 }, (_, index) => `E-mail ${index + 2}`);
	const rows = contacts.map(({ line, name, addresses, organisation }) => ({
		row: line,
		cells: [name, addresses[0] ?? '', organisation, ...further.map((_, index) => addresses[index + 1] ?? '')],
	}));
	return { of, rows: [{ row: 0, cells: ['Name', 'E-mail', 'Organisation', ...further] }, ...rows] };
};

/** Lines of a text whose long lines are folded: one that begins with a space goes on with the one before. */
const unfolded = (text: string): readonly { readonly line: number; readonly text: string }[] => {
	const lines: { line: number; text: string }[] = [];
	for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
		const last = lines.at(-1);
		// What vCard 2.1 folds ends with an equals sign.
		if (last !== undefined && /^[ \t]/.test(line)) last.text += line.slice(1);
		else if (last !== undefined && last.text.endsWith('=') && /QUOTED-PRINTABLE/i.test(last.text)) {
			last.text = last.text.slice(0, -1) + line;
		} else lines.push({ line: index + 1, text: line });
	}
	return lines;
};

const cardsIn = (text: string): readonly Contact[] => {
	const cards: Contact[] = [];
	let card: { line: number; name: string; parts: string; addresses: string[]; organisation: string } | null = null;
	for (const { line, text: content } of unfolded(text)) {
		const [, key = '', parameters = '', value = ''] =
			/^(?:[A-Za-z0-9-]+\.)?([A-Za-z-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/s.exec(content) ?? [];
		const plain = valueOf(value, parameters);
		switch (key.toUpperCase()) {
			case 'BEGIN':
				card = { line, name: '', parts: '', addresses: [], organisation: '' };
				break;
			case 'END':
				if (card !== null) cards.push({ ...card, name: card.name || card.parts });
				card = null;
				break;
			case 'FN':
				if (card !== null) card.name = unescaped(plain);
				break;
			case 'N':
				if (card !== null) card.parts = nameOf(plain);
				break;
			case 'EMAIL':
				// The one that is preferred goes first.
				if (card !== null) card.addresses[/(?:^|[;,=])pref\b/i.test(parameters) ? 'unshift' : 'push'](unescaped(plain));
				break;
			case 'ORG':
				if (card !== null) card.organisation = unescaped(partsAt(plain)[0] ?? '');
				break;
		}
	}
	return cards;
};

const valueOf = (value: string, parameters: string): string => (/QUOTED-PRINTABLE/i.test(parameters) ? fromQuotedPrintable(value) : value);

const fromQuotedPrintable = (value: string): string =>
	Buffer.from(
		value.replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
		'latin1',
	).toString('utf8');

const partsAt = (value: string): readonly string[] => value.split(/(?<!\\);/);

const unescaped = (value: string): string => value.replace(/\\n/gi, ' ').replace(/\\(.)/g, '$1').trim();

/** `N:Lee;Ann;Maria;Dr.;` */
const nameOf = (value: string): string => {
	const [family = '', given = '', middle = '', , suffix = ''] = partsAt(value).map(unescaped);
	return [given, middle, family, suffix].filter((part) => part !== '').join(' ');
};

const entriesIn = (text: string): readonly Contact[] => {
	const contacts: Contact[] = [];
	let fields: Record<string, string[]> = {};
	let line = 0;
	const end = (): void => {
		const first = (...keys: readonly string[]) => keys.flatMap((key) => fields[key] ?? [])[0] ?? '';
		const both = [first('givenname'), first('sn', 'surname')].filter((part) => part !== '').join(' ');
		const addresses = ['mail', 'email', 'rfc822mailbox', 'mozillasecondemail'].flatMap((key) => fields[key] ?? []);
		// Of the groups and folders of a directory nobody can be invited.
		const isPerson = addresses.length > 0 || /person/i.test((fields['objectclass'] ?? []).join(' '));
		if (isPerson) {
			contacts.push({ line, name: first('displayname', 'cn') || both, addresses, organisation: first('o', 'company', 'organizationname') });
		}
		fields = {};
		line = 0;
	};
	for (const { line: at, text: content } of [...unfolded(text), { line: 0, text: '' }]) {
		if (content.trim() === '') {
			if (line > 0) end();
			continue;
		}
		const [, key, isEncoded, value = ''] = /^([A-Za-z][\w.-]*)(?:;[^:]*)?:(:?)\s*(.*)$/s.exec(content) ?? [];
		if (key === undefined) continue;
		if (line === 0) line = at;
		(fields[key.toLowerCase()] ??= []).push(isEncoded === ':' ? fromBase64(value) : value.trim());
	}
	return contacts;
};

const fromBase64 = (value: string): string => Buffer.from(value, 'base64').toString('utf8');

const addressKeys = /^(?:e-?mail|mail|email_?address|user_?principal_?name|primary_?email|work_?email)$/i;
const nameKeys = /^(?:display_?name|full_?name|name|real_?name|cn)$/i;
const organisationKeys = /^(?:organi[sz]ation(?:_?name)?|company(?:_?name)?|org)$/i;

/** Objects with an address, in an array anywhere near the top (`{ "values": […] }`). `null` where there are none. */
const peopleOfJson = (text: string): readonly Contact[] | null => {
	let data: unknown;
	try {
		data = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return fromLines(text);
	}
	const people =
		arraysIn(data, 3)
			.map(contactsOf)
			.toSorted((a, b) => b.length - a.length)[0] ?? [];
	if (people.length > 0) return people;
	const alone = contactsOf([data]);
	return alone.length > 0 ? alone : null;
};

/** An object a line, as logs and some exports have it. */
const fromLines = (text: string): readonly Contact[] | null => {
	const people: Contact[] = [];
	for (const [index, line] of text.split('\n').entries()) {
		if (line.trim() === '') continue;
		try {
			people.push(...contactsOf([JSON.parse(line)]).map((one) => ({ ...one, line: index + 1 })));
		} catch {
			return null;
		}
	}
	return people.length > 0 ? people : null;
};

const arraysIn = (data: unknown, depth: number): readonly (readonly unknown[])[] => {
	if (Array.isArray(data)) return [data];
	if (depth === 0 || typeof data !== 'object' || data === null) return [];
	return Object.values(data).flatMap((value) => arraysIn(value, depth - 1));
};

const contactsOf = (entries: readonly unknown[]): readonly Contact[] => {
	const contacts: Contact[] = [];
	for (const [index, entry] of entries.entries()) {
		const isText = typeof entry === 'string' && entry.includes('@');
		const contact = isText ? { name: '', addresses: [entry], organisation: '' } : contactOf(entry);
		if (contact !== null) contacts.push({ line: index + 1, ...contact });
	}
	return contacts.some(({ addresses }) => addresses.length > 0) ? contacts : [];
};

const contactOf = (entry: unknown): Omit<Contact, 'line'> | null => {
	if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return null;
	const fields = Object.entries(entry);
	const texts = (keys: RegExp) => fields.flatMap(([key, value]) => (keys.test(key) ? textsIn(value) : []));
	const first = texts(/^(?:first_?name|given_?name)$/i)[0] ?? '';
	const last = texts(/^(?:last_?name|family_?name|surname|sn)$/i)[0] ?? '';
	const addresses = texts(addressKeys)
		.concat(texts(/^emails?|mails$/i))
		.filter((text, at, all) => text.includes('@') && all.indexOf(text) === at);
	const name = texts(nameKeys)[0] ?? [first, last].filter((part) => part !== '').join(' ');
	return addresses.length === 0 && name === '' ? null : { name, addresses, organisation: texts(organisationKeys)[0] ?? '' };
};

/** `"ann@x.com"`, `["ann@x.com"]`, `[{ "value": "ann@x.com" }]`, `{ "name": "Acme" }`. */
const textsIn = (value: unknown, depth = 3): readonly string[] => {
	if (typeof value === 'string') return [value];
	if (depth === 0 || typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, depth - 1));
	return Object.entries(value).flatMap(([key, text]) =>
		/^(?:value|address|email|name)$/i.test(key) && typeof text === 'string' ? [text] : [],
	);
};
