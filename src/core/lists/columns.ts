import { addressesIn } from './addresses-in.ts';
import { guessName, guessOrganisation, isNameTitle, isOrganisationTitle, isPartOfName, namesBeside } from './name-columns.ts';
import type { ColumnMapping } from './list.ts';
import { readAddress } from './read-address.ts';
import { isLesserAddress, isSomebodyElses, partsOf, titleKey, words } from './title-words.ts';
import { holdsAddress } from './split-addresses.ts';

/** Titles as exports have them, without case, spaces and signs. */
const emailTitles = words(
	'email, emailaddress, emailaddresses, mail, mailaddress, emailid, useremail, customeremail, contactemail, workemail, primaryemail, businessemail, primarysmtpaddress, email1value, email1address, emailadresse, mailadresse, emailadressen, adresseemail, adressemail, adressedemessagerie, courriel, adressecourriel, correo, correoelectronico, direcciondecorreo, emailaddresse, indirizzoemail, posta, postaelettronica, emailadres, epost, epostadress, eposta, sahkoposti, adreswitryny, adresemail, メール, メールアドレス, eメール, メールアドレス必須, 电子邮件, 电子邮箱, 邮箱, 邮箱地址, 邮件, 이메일, 이메일주소, почта, электроннаяпочта, элпочта, адресэлектроннойпочты, epostaadresi, sahkopostiosoite, emailcim, adreselectronica, ηλεκτρονικηδιευθυνση, דואל, البريدالالكتروني, อีเมล',
);
const weakEmailTitles = words(
	'adresse, address, adres, direccion, indirizzo, username, user, login, loginname, userid, benutzername, benutzer, utilisateur, usuario, upn, userprincipalname, kontakt, contact',
);
export interface GuessedColumns {
	readonly mapping: ColumnMapping;
	readonly hasHeader: boolean;
}

/**
 * Finds the columns of address, name and organisation. The address column is the one with most valid and different
 * addresses in it; between equals, the one whose cells hold one each, then the one with the better title. `first` is the
 * first record of the file, which is the header unless it holds an address in the chosen column or looks like data
 * otherwise, unless a person says whether it is one (`isTitled`). `null`: no column of the sample holds an address and none is titled as one.
 */
export const guessMapping = (
	first: readonly string[] | null,
	sample: readonly (readonly string[])[],
	isTitled: boolean | null = null,
): GuessedColumns | null => {
	const raw = first ?? [];
	const titles = raw.map(titleKey);
	const width = Math.max(titles.length, ...sample.map((row) => row.length));
	const evidence = Array.from({ length: width }, (_, column) => evidenceOf(sample, column, raw[column] ?? ''));
	const firstAddress = first?.findIndex(holdsAddress) ?? -1;
	let email = indexOfBest(evidence);
	if (email === -1) email = firstAddress;
	if (email === -1) return null;
	const hasHeader = isTitled ?? (first !== null && isHeader(first, titles, email));
	if (!hasHeader) return { mapping: { email, name: namesBeside({ sample, email }), organisation: null }, hasHeader };
	const table = { titles: raw, sample, email };
	const organisation = guessOrganisation(table);
	return { mapping: { email, name: guessName(table, organisation), organisation }, hasHeader };
};

/** The column with this title: exact first, then without case, spaces and signs; `null` where there is none. */
export const findColumn = (columns: readonly string[], wanted: string): number | null => {
	const exact = columns.findIndex((title) => title.trim().toLowerCase() === wanted.trim().toLowerCase());
	return orNull(exact === -1 && titleKey(wanted) !== '' ? columns.findIndex((title) => titleKey(title) === titleKey(wanted)) : exact);
};

/** What speaks for a column: compared in this order. */
type Evidence = readonly [differentAddresses: number, withoutLists: number, title: number, holding: number];

const evidenceOf = (sample: readonly (readonly string[])[], column: number, title: string): Evidence => {
	const different = new Set<string>();
	let lists = 0;
	let holding = 0;
	for (const row of sample) {
		const cell = row[column] ?? '';
		if (!holdsAddress(cell)) continue;
		holding++;
		const found = addressesIn(cell);
		for (const address of found) different.add(address);
		if (found.length === 0) continue;
		if (/smtp:/i.test(cell) || !readAddress(cell).valid) lists++;
	}
	return [different.size, -lists, titleRank(title, holding), holding];
};

const titleRank = (title: string, holding: number): number => {
	if (isSomebodyElses(title)) return -2;
	if (isLesserAddress(title)) return -1;
	const key = titleKey(title);
	if (emailTitles.has(key)) return 3;
	if (weakEmailTitles.has(key)) return holding > 0 ? 2 : 0;
	return key.includes('mail') || key.includes('smtp') ? 1 : 0;
};

/** Whether a title names the address column beyond doubt. */
export const isEmailTitle = (title: string): boolean => emailTitles.has(titleKey(title));

/** Whether a title may be that of an address column. */
export const isLikeEmailTitle = (title: string): boolean =>
	[titleKey(title), ...partsOf(title)].some((key) => emailTitles.has(key) || /e?mail|smtp|principalname|^upn$/.test(key));

/** Whether a title is one that lists of people have. */
export const isPeopleTitle = (title: string): boolean => [titleKey(title), ...partsOf(title)].some(isKnownTitle);

const isKnownTitle = (key: string): boolean =>
	emailTitles.has(key) || isNameTitle(key) || isOrganisationTitle(key) || isPartOfName(key) || weakEmailTitles.has(key);

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
	if (titles.some(isKnownTitle) || first.some((title) => !title.includes(' ') && title.includes('.') && isPeopleTitle(title))) return true;
	if (first.some(holdsAddress)) return false;
	// "ann.example.com" above addresses is an address that lost its sign, not a title.
	return cell !== '' && !/^\S+\.[a-z]{2,}$/i.test(cell);
};

const indexOfBest = (columns: readonly Evidence[]): number => {
	let best = -1;
	for (const [column, evidence] of columns.entries()) {
		if (evidence.every((count) => count <= 0)) continue;
		if (best === -1 || isMore(evidence, columns[best] ?? evidence)) best = column;
	}
	return best;
};

const isMore = (one: Evidence, other: Evidence): boolean => {
	const at = one.findIndex((count, index) => count !== other[index]);
	return at !== -1 && (one[at] ?? 0) > (other[at] ?? 0);
};

const orNull = (index: number) => (index === -1 ? null : index);
