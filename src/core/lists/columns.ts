import type { ColumnMapping } from './list.ts';

const titleKey = (title: string): string =>
	title
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

const words = (text: string): ReadonlySet<string> => new Set(text.split(',').map(titleKey));

/** Titles as exports have them, without case, spaces and signs. */
const emailTitles = words(
	'email, emailaddress, emailaddresses, mail, mailaddress, emailid, useremail, customeremail, contactemail, workemail, primaryemail, businessemail, emailadresse, mailadresse, emailadressen, adresseemail, adressemail, adressedemessagerie, courriel, adressecourriel, correo, correoelectronico, direcciondecorreo, emailaddresse, indirizzoemail, posta, postaelettronica, emailadres, epost, epostadress, eposta, sahkoposti, adreswitryny, adresemail, メール, メールアドレス, 电子邮件, 邮箱, 이메일, почта, электроннаяпочта',
);
const weakEmailTitles = words(
	'adresse, address, adres, direccion, indirizzo, username, user, login, loginname, userid, benutzername, benutzer, utilisateur, usuario, upn, userprincipalname, kontakt, contact',
);
const nameTitles = words(
	'name, fullname, displayname, personname, customername, contactname, vollstandigername, anzeigename, namen, nom, nomcomplet, nomprenom, nombre, nombrecompleto, nome, nomecompleto, nomeecognome, naam, volledigenaam, namn, navn, nimi, imieinazwisko, 氏名, 名前, 姓名, имя, person, who, invitee, participant, employee, mitarbeiter, mitarbeiterin, teilnehmer, teilnehmerin',
);
const userNameTitles = words('username, benutzername, utilisateur, usuario');
const organisationTitles = words(
	'organisation, organization, organisations, organizations, organisationname, organizationname, org, company, companyname, firma, firmenname, unternehmen, account, accountname, customer, client, kunde, mandant, societe, entreprise, empresa, organizacion, azienda, societa, bedrijf, organisatie, foretag, virksomhed, yritys, 会社, 会社名, 公司, организация, компания',
);

const addressLike = /[^\s@][@\uff20][^\s@]/;

export interface GuessedColumns {
	readonly mapping: ColumnMapping;
	readonly hasHeader: boolean;
}

/** Whether a cell holds something that looks like an address, right or wrong. */
export const holdsAddress = (cell: string): boolean => (cell.includes('@') || cell.includes('\uff20')) && addressLike.test(cell);

/**
 * Finds the columns of address, name and organisation by what the cells hold first and by the title second: a
 * column "Email" without addresses loses against a column "Contact" with them. `first` is the first record of the
 * file, which is the header unless it holds an address in the chosen column or looks like data otherwise.
 * `null`: no column of the sample holds an address and none is titled as one.
 */
export const guessMapping = (first: readonly string[] | null, sample: readonly (readonly string[])[]): GuessedColumns | null => {
	const titles = (first ?? []).map(titleKey);
	const width = Math.max(titles.length, ...sample.map((row) => row.length));
	const scores = Array.from({ length: width }, (_, column) => emailScore(titles[column] ?? '', addressShare(sample, column)));
	const firstAddress = first?.findIndex(holdsAddress) ?? -1;
	let email = indexOfBest(scores);
	if (email === -1) email = firstAddress;
	if (email === -1) return null;
	const hasHeader = first !== null && isHeader(first, titles, email);
	const where = (fits: (column: number) => boolean): number | null =>
		hasHeader ? orNull(titles.findIndex((_, column) => column !== email && fits(column))) : null;
	// "Company / Org" and "Name (first, last)" have their title in a part; a whole one elsewhere goes before.
	const named = (wanted: ReadonlySet<string>): number | null =>
		where((column) => wanted.has(titles[column] ?? '')) ??
		where((column) => partsOf(first?.[column] ?? '').some((part) => wanted.has(part)));
	// Atlassian's exports call the display name "User name"; elsewhere it is a login, so it comes last.
	const name = named(nameTitles) ?? named(userNameTitles);
	return { mapping: { email, name, organisation: named(organisationTitles) }, hasHeader };
};

/** The column with this title: exact first, then without case, spaces and signs; `null` where there is none. */
export const findColumn = (columns: readonly string[], wanted: string): number | null => {
	const exact = columns.findIndex((title) => title.trim().toLowerCase() === wanted.trim().toLowerCase());
	return orNull(exact === -1 && titleKey(wanted) !== '' ? columns.findIndex((title) => titleKey(title) === titleKey(wanted)) : exact);
};

const emailScore = (title: string, share: number): number => {
	const byTitle = emailTitles.has(title) ? 0.9 : weakEmailTitles.has(title) ? (share > 0 ? 0.4 : 0) : title.includes('mail') ? 0.3 : 0;
	// Any address at all beats any title: a title promises, the cells hold.
	return share > 0 ? 1 + share + byTitle : byTitle;
};

/** Whether a title names the address column beyond doubt. */
export const isEmailTitle = (title: string): boolean => emailTitles.has(titleKey(title));

/** Whether a title is one that lists of people have. */
export const isPeopleTitle = (title: string): boolean => isKnownTitle(titleKey(title));

const isKnownTitle = (key: string): boolean =>
	emailTitles.has(key) || nameTitles.has(key) || organisationTitles.has(key) || weakEmailTitles.has(key);

/** Of the filled cells of a column, those that hold an address: from 0 to 1. */
export const addressShare = (sample: readonly (readonly string[])[], column: number): number => {
	let filled = 0;
	let addresses = 0;
	for (const row of sample) {
		const cell = row[column];
		if (cell === undefined || cell.trim() === '') continue;
		filled++;
		if (holdsAddress(cell)) addresses++;
	}
	return filled === 0 ? 0 : addresses / filled;
};

const isHeader = (first: readonly string[], titles: readonly string[], email: number): boolean => {
	const cell = (first[email] ?? '').trim();
	if (cell.includes('@') || cell.includes('\uff20')) return false;
	if (titles.some(isKnownTitle)) return true;
	if (first.some(holdsAddress)) return false;
	// "ann.example.com" above addresses is an address that lost its sign, not a title.
	return cell !== '' && !/^\S+\.[a-z]{2,}$/i.test(cell);
};

const indexOfBest = (scores: readonly number[]): number => {
	const best = Math.max(0, ...scores);
	return best === 0 ? -1 : scores.indexOf(best);
};

const orNull = (index: number) => (index === -1 ? null : index);

const partsOf = (title: string): readonly string[] => title.split(/[/|(),;:]/).map(titleKey);
