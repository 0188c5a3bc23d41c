import type { FieldSource } from './list.ts';
import { readAddress } from './read-address.ts';
import { isSomebodyElses, partsOf, titleKey, words } from './title-words.ts';

type Cells = readonly string[];

const nameTitles = words(
	'name, fullname, displayname, personname, customername, contactname, vollstandigername, anzeigename, namen, nom, nomcomplet, nomprenom, nombre, nombrecompleto, nome, nomecompleto, nomeecognome, naam, volledigenaam, namn, navn, nimi, imieinazwisko, 氏名, 名前, お名前, ご氏名, 姓名, 名称, 이름, 성명, 성함, имя, фио, полноеимя, adsoyad, adisoyadi, adivesoyadi, isim, jmenoaprijmeni, celejmeno, menoapriezvisko, nev, teljesnev, imeiprezime, imeinpriimek, numesiprenume, numecomplet, ονομα, ονοματεπωνυμο, שם, שםמלא, الاسم, اسم, ชื่อ, hovaten, nama, namalengkap, person, who, invitee, participant, employee, mitarbeiter, mitarbeiterin, teilnehmer, teilnehmerin, vorundnachname, vornamenachname, firstandlastname, namevorname, nachnamevorname',
);
/** Atlassian's exports call the display name "User name"; elsewhere it is a login, so it comes last. */
const userNameTitles = words('username, benutzername, utilisateur, usuario');
const firstTitles = words(
	'firstname, first, forename, givenname, given, fname, contactfirstname, vorname, rufname, prenom, nombredepila, primernombre, voornaam, fornamn, fornavn, etunimi, imie, keresztnev, utonev, 名, 名字, primeironome, jmeno, krestnijmeno, kresnimeno, meno, ad, adi, ime, prenume, eesnimi, vards, vardas, שםפרטי, ten, namadepan',
);
const middleTitles = words(
	'middlename, middle, middleinitial, additionalname, zweitername, weiterevornamen, secondprenom, segundonombre, tussenvoegsel, отчество, ミドルネーム',
);
const lastTitles = words(
	'lastname, last, surname, familyname, family, lname, contactlastname, nachname, familienname, zuname, nomdefamille, apellido, apellidos, primerapellido, cognome, achternaam, efternamn, efternavn, etternavn, sukunimi, nazwisko, vezeteknev, csaladnev, 姓, 姓氏, sobrenome, apelido, ultimonome, prijmeni, priezvisko, soyad, soyadi, фамилия, 성, prezime, priimek, perenimi, uzvards, pavarde, cognoms, επωνυμο, שםמשפחה, اسمالعائلة, นามสกุล, ho, namabelakang',
);
const prefixTitles = words('nameprefix, prefix, namenszusatzvor, namensprafix');
const suffixTitles = words('namesuffix, suffix, namenszusatz, namenssuffix');
/** Where these stand above them, the family's name goes first. */
const familyFirst = words('姓, 姓氏, 성, vezeteknev, csaladnev, keresztnev, utonev');

const organisationTitles = words(
	'organisation, organization, organisations, organizations, organisationname, organizationname, org, company, companyname, firma, firmenname, unternehmen, societe, entreprise, empresa, organizacion, azienda, societa, bedrijf, organisatie, foretag, virksomhed, yritys, 会社, 会社名, 貴社名, 法人名, 団体名, 所属, 公司, 企业, 单位, 机构, 회사, 회사명, 소속, 기관, companies, institution, institucion, instituicao, istituzione, einrichtung, university, agency, vendor, supplier, business, businessname, spolecnost, spolocnost, sirket, kurum, ceg, cegnev, organizacja, tvrtka, podjetje, companie, societate, ettevote, εταιρεια, חברה, شركة, บริษัท, congty, perusahaan, фирма, предприятие, организация, компания, primarycompany, associatedcompany, currentcompany, companyorganization, employer, arbeitgeber, accountname',
);
/** What may be a person as well. */
const customerTitles = words('account, customer, client, kunde, mandant');

export const isNameTitle = (key: string): boolean => nameTitles.has(key);
export const isOrganisationTitle = (key: string): boolean => organisationTitles.has(key) || customerTitles.has(key);
/** Also a part of a name. */
export const isPartOfName = (key: string): boolean => firstTitles.has(key) || lastTitles.has(key) || middleTitles.has(key);

export interface NamedTable {
	readonly titles: Cells;
	readonly sample: readonly Cells[];
	/** The column of the addresses. */
	readonly email: number;
}

/** Which column names people, or which ones together. `null` where none does. */
export const guessName = (table: NamedTable, organisation: FieldSource): FieldSource => {
	const whole = (wanted: ReadonlySet<string>) => find(table, (title) => wanted.has(titleKey(title)));
	const inPart = (wanted: ReadonlySet<string>) => find(table, (title) => partsOf(title).some((part) => wanted.has(part)));
	const paired = pairedWith(table);
	const first = whole(firstTitles) ?? inPart(firstTitles);
	const last = whole(lastTitles) ?? inPart(lastTitles);
	const full = whole(nameTitles);
	// A plain "Name" beside a first name is the family's, and beside a family's it is the given one.
	if (full !== null && first !== null && last === null && isOtherPart(table, full, first)) return joined(table, first, full);
	if (full !== null && last !== null && first === null && isOtherPart(table, full, last)) return joined(table, full, last);
	return (
		paired ??
		full ??
		(first !== null && last !== null ? joined(table, first, last) : null) ??
		inPart(nameTitles) ??
		first ??
		last ??
		whole(userNameTitles) ??
		inPart(userNameTitles) ??
		find(table, (title) => /(?<!\p{L})name(?!\p{L})/iu.test(title) && looksLikeNames(table, table.titles.indexOf(title))) ??
		customerAsName(table, organisation) ??
		namedByItsCells(table)
	);
};

/** Which column names the organisation of people. */
export const guessOrganisation = (table: NamedTable): number | null =>
	find(table, (title) => organisationTitles.has(titleKey(title))) ??
	find(table, (title) => partsOf(title).some((part) => organisationTitles.has(part))) ??
	find(table, (title) => /(?:company|organi[sz]ation|organi[sz]ationname|companyname)$/.test(partsOf(title)[0] ?? '')) ??
	customers(table).find((column) => !looksLikeNames(table, column)) ??
	null;

/** Columns of a table without titles whose words stand in the addresses beside them. */
export const namesBeside = ({ sample, email }: Omit<NamedTable, 'titles'>): FieldSource => {
	const width = Math.max(0, ...sample.map(({ length }) => length));
	const alike = Array.from({ length: width }, (_, column) => column).filter(
		(column) => column !== email && looksLikeNames({ titles: [], sample, email }, column),
	);
	const [only, second] = alike;
	if (only === undefined) return null;
	return second === undefined || alike.length > 2 ? only : { columns: [only, second] };
};

/** A column of whole names under a title that nobody knows. */
const namedByItsCells = (table: NamedTable): number | null => {
	const column = table.titles.findIndex(
		(title, at) =>
			at !== table.email && !isOrganisationTitle(titleKey(title)) && !isSomebodyElses(title) && looksLikeNames(table, at, 'whole'),
	);
	return column === -1 ? null : column;
};

/** "Customer" where another column says whose people they are, or where its cells are people's. */
const customerAsName = (table: NamedTable, organisation: FieldSource): number | null =>
	customers(table).find((column) => column !== organisation && (organisation !== null || looksLikeNames(table, column))) ?? null;

const customers = ({ titles, email }: NamedTable): readonly number[] =>
	titles.flatMap((title, column) =>
		column !== email && (customerTitles.has(titleKey(title)) || partsOf(title).some((part) => customerTitles.has(part))) ? [column] : [],
	);

/** Of the columns that fit, the first one that is filled; a column can be there and be empty. */
const find = (table: NamedTable, fits: (title: string) => boolean): number | null => {
	const fitting = table.titles.flatMap((title, column) =>
		column !== table.email && title.trim() !== '' && fits(title) && !isSomebodyElses(title) ? [column] : [],
	);
	return fitting.find((column) => isFilled(table, column)) ?? (table.sample.length === 0 ? (fitting[0] ?? null) : (fitting[0] ?? null));
};

const isFilled = ({ sample }: NamedTable, column: number): boolean => sample.some((row) => (row[column] ?? '').trim() !== '');

const joined = (table: NamedTable, first: number, last: number): FieldSource => {
	const one = (wanted: ReadonlySet<string>) => {
		const column = table.titles.findIndex((title, at) => at !== table.email && wanted.has(titleKey(title)));
		return column === -1 || !isFilled(table, column) ? [] : [column];
	};
	const isFamilyFirst = [first, last].some((column) => familyFirst.has(titleKey(table.titles[column] ?? '')));
	const parts = isFamilyFirst ? [last, first] : [...one(prefixTitles), first, ...one(middleTitles), last, ...one(suffixTitles)];
	return { columns: [...new Set(parts)] };
};

/** `Contact 1` beside `Contact 1 e-mail`: the same title but for what says that it is an address. */
const pairedWith = ({ titles, email }: NamedTable): number | null => nameBeside(titles, email);

/** The column that names whose address stands in another. */
export const nameBeside = (titles: Cells, email: number): number | null => {
	const own = withoutMail(titles[email] ?? '');
	if (own === '' || /^\d*$/.test(own)) return null;
	const column = titles.findIndex((title, at) => {
		if (at === email) return false;
		const key = titleKey(title);
		return key === own || key === `${own}name` || key === own.replace(/^(.*?)(\d+)$/, '$1name$2');
	});
	return column === -1 ? null : column;
};

const withoutMail = (title: string): string => titleKey(title).replace(/(?:e?mail(?:adresse|address|adress)?s?|smtp|courriel|correo)/g, '');

const isOtherPart = ({ sample }: NamedTable, full: number, first: number): boolean => {
	const both = sample.filter((row) => (row[full] ?? '').trim() !== '' && (row[first] ?? '').trim() !== '');
	return both.length > 0 && both.every((row) => !wordsIn(row[full] ?? '').some((word) => wordsIn(row[first] ?? '').includes(word)));
};

const wordsIn = (cell: string): readonly string[] =>
	cell
		.slice(0, 200)
		.split(/[\s,.]+/)
		.map(titleKey)
		.filter((word) => word.length > 1);

const judgedRows = 200;

/**
 * Whether a column's words are in the addresses beside them, each row in its own: companies' names are in the domain. `whole`: all
 * the words of a cell, and several of them, which a login and a subject line are not.
 */
export const looksLikeNames = ({ sample, email }: NamedTable, column: number, names: 'any' | 'whole' = 'any'): boolean => {
	let alike = 0;
	let judged = 0;
	for (const row of sample.slice(0, judgedRows)) {
		const read = readAddress(row[email] ?? '');
		const cell = row[column] ?? '';
		if (!read.valid || cell.trim() === '' || cell.includes('@')) continue;
		judged++;
		const local = titleKey(read.address.slice(0, read.address.indexOf('@')));
		const long = wordsIn(cell).filter((word) => word.length > 2);
		const found = long.filter((word) => local.includes(word));
		if (names === 'any' ? found.length > 0 : found.length === long.length && found.length > 1 && /\s/.test(cell.trim())) alike++;
	}
	return judged > 0 && alike * 2 > judged;
};
