import type { SeededRandom } from './random.ts';

const firstNames = (
	'Ann Ben Clara David Elena Farid Grace Hugo Ines Jonas Kaja Liam Mona Nils Olga Pavel Quentin Rosa Sven Tara ' +
	'Uwe Vera Wanda Xenia Yusuf Zoe Amara Bruno Chloe Dmitri Esther Felix Gita Henrik Irene Jakob Keiko Lars Mei ' +
	'Noah Oksana Priya Rafael Salma Tomas Ulla Viktor Wren Yara Zane'
).split(' ');

const lastNames = (
	'Abbott Berg Castillo Duarte Eriksen Fischer Garcia Hansen Ivanova Jensen Kowalski Larsen Meyer Novak Okafor ' +
	'Petrov Quinn Rossi Schmidt Tanaka Ueda Vogel Weber Xu Yilmaz Zimmer Adeyemi Brandt Costa Dahl Engel Fontaine ' +
	'Greco Hoffmann Imai Jung Keller Lopez Moretti Nagy Olsen Pereira Reyes Silva Torres Urban Varga Wolff Young Zhang'
).split(' ');

/** Companies of the sample world. `.example` is reserved (RFC 2606), so that no address belongs to anybody. */
export const companies = {
	'halden-group.example': 'Halden Group',
	'halden-labs.example': 'Halden Labs',
	'brightwater.example': 'Brightwater, Inc.',
	'orchidbank.example': 'Orchid Bank',
	'tinplate.example': 'Tinplate & Sons, Ltd.',
	'kestrel-air.example': 'Kestrel Air',
	'mosswood.example': 'Mosswood GmbH',
	'quarry-partners.example': 'Quarry Partners, LLP',
	'fernhill-clinic.example': 'Fernhill Clinic',
	'gmail.com': '',
	'outlook.com': '',
} as const;

export type CompanyDomain = keyof typeof companies;

export interface NamedAddress {
	readonly name: string;
	readonly email: string;
	readonly organisation: string;
}

/** Hands out people with addresses that never repeat, whatever the size of the world. */
export const makeNameGiver = (random: SeededRandom): ((domain: CompanyDomain) => NamedAddress) => {
	const taken = new Map<string, number>();
	return (domain) => {
		const first = random.pick(firstNames);
		const last = random.pick(lastNames);
		const base = `${first}.${last}`.toLowerCase();
		const times = (taken.get(`${base}@${domain}`) ?? 0) + 1;
		taken.set(`${base}@${domain}`, times);
		const localPart = times === 1 ? base : `${base}${times}`;
		return { name: `${first} ${last}`, email: `${localPart}@${domain}`, organisation: companies[domain] };
	};
};
