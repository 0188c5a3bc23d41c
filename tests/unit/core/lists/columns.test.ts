import { describe, expect, it } from 'vitest';
import { findColumn, guessMapping } from '#core/lists/columns.ts';

const people = [
	['Ann', 'ann@x.com', 'Acme'],
	['Bob', 'bob@x.com', 'Acme'],
];

describe('guessMapping', () => {
	it.each([
		[['Name', 'Email', 'Organisation']],
		[['Full name', 'E-Mail-Adresse', 'Firma']],
		[['Nom complet', 'Courriel', 'Société']],
		[['Display Name', 'User Name', 'Company']],
		[['Nombre', 'Correo electrónico', 'Empresa']],
		[['氏名', 'メールアドレス', '会社名']],
		[['name', 'e-mail address', 'Account name']],
	])('knows the titles %j', (titles) => {
		expect(guessMapping(titles, people)).toEqual({ mapping: { email: 1, name: 0, organisation: 2 }, hasHeader: true });
	});
	it('believes the cells more than the title', () => {
		expect(
			guessMapping(
				['Email', 'Contact'],
				[
					['yes', 'ann@x.com'],
					['no', 'bob@x.com'],
				],
			)?.mapping.email,
		).toBe(1);
	});
	it('prefers the titled column where several hold addresses', () => {
		expect(
			guessMapping(
				['Manager', 'Email'],
				[
					['boss@x.com', 'ann@x.com'],
					['boss@x.com', 'bob'],
				],
			)?.mapping.email,
		).toBe(1);
	});
	it('takes an unknown title over addresses for a header', () => {
		expect(guessMapping(['Teilnehmer'], [['ann@x.com']])).toEqual({
			mapping: { email: 0, name: null, organisation: null },
			hasHeader: true,
		});
	});
	it('sees that a first row with an address is no header', () => {
		expect(guessMapping(people[0] ?? [], people)?.hasHeader).toBe(false);
		expect(guessMapping(['zed.example.com'], [['ann@x.com']])?.hasHeader).toBe(false);
	});
	it('knows names by the addresses beside them, under whatever title, and no subject, login or company', () => {
		const tickets = [
			['HELP-1', 'Accès de Zoe Olsen', 'zoe.olsen', 'Zoe Olsen', 'zoe.olsen@x.com'],
			['HELP-2', 'Zugang', 'bruno.castillo', 'Castillo, Bruno', 'bruno.castillo@x.com'],
			['HELP-3', 'Accès', 'mei.urban', 'Mei Urban', 'mei.urban@x.com'],
		];
		const titles = ['Clé', 'Résumé', 'Compte', 'Rapporteur', 'Adresse électronique du rapporteur'];
		expect(guessMapping(titles, tickets)?.mapping).toEqual({ email: 4, name: 3, organisation: null });
		const without = tickets.map((cells) => cells.filter((_, column) => column !== 3));
		expect(guessMapping(titles.toSpliced(3, 1), without)?.mapping.name).toBeNull();
	});
	it('finds nothing where nothing is', () => {
		expect(guessMapping(['Colour', 'Size'], [['red', 'L']])).toBeNull();
	});
	it('knows a title that is one of several in a cell, where none stands alone', () => {
		const people = [['Orchid', 'ann@x.com', 'Ann', 'Ltd.']];
		expect(guessMapping(['Company / Org', 'Mail', 'Name (full)', 'Kind'], people)?.mapping).toEqual({ email: 1, name: 2, organisation: 0 });
		expect(guessMapping(['Account (old)', 'Mail', 'Who', 'Company'], people)?.mapping).toEqual({ email: 1, name: 2, organisation: 3 });
	});
	it('does not take a user name without addresses for the address', () => {
		expect(guessMapping(['Username', 'Work mail'], [['ann', 'ann@x.com']])?.mapping).toEqual({ email: 1, name: 0, organisation: null });
	});
});

describe('findColumn', () => {
	it('finds a title without its case and signs', () => {
		expect(findColumn(['Name', 'E-Mail'], 'e-mail')).toBe(1);
		expect(findColumn(['Name', 'E-Mail'], 'Email')).toBe(1);
		expect(findColumn(['Name', 'E-Mail'], 'Phone')).toBeNull();
	});
});
