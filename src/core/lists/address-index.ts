import type { DomainCorrection } from '#shared/lists.ts';
import { isTemplateDomain } from './no-mailbox.ts';
import { hashOfAddress, hashOfDomain } from './plain-address.ts';
import { type PackedIds, StringIds } from './string-ids.ts';
import { makeSuggester } from './suggest-address.ts';

const none = -1;
const domainsPerStep = 128;

const isDomainOf = (domain: string, address: string): boolean =>
	address.charCodeAt(address.length - domain.length - 1) === 0x40 && address.slice(-domain.length) === domain;

const domainIn = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** An index as it crosses from one thread to another. */
export interface PackedIndex {
	readonly rows: Int32Array<ArrayBuffer>;
	readonly addresses: PackedIds;
	/** By address. */
	readonly domains: Int32Array<ArrayBuffer>;
	readonly domainTexts: readonly string[];
}

/**
 * Which row holds which address: what repeats and probable typos are told by. Rows are kept as numbers, so that
 * going over a million of them after each edit takes milliseconds.
 */
export class AddressIndex {
	#addressOfRow: Int32Array<ArrayBuffer>;
	#addresses = new StringIds();
	#domainOfAddress: number[] = [];
	readonly #domains = new StringIds();
	/** By domain: whether it is nothing that templates have. */
	readonly #areOrdinary: boolean[] = [];
	/** By domain: what was probably meant. */
	#meant: (string | null)[] = [];
	#suggest: (address: string) => string | null = () => null;
	/** By address: the first row that takes part. */
	#firstRows = new Int32Array(0);
	#present = 0;
	/** By domain: rows that take part. */
	#domainRows = new Int32Array(0);

	constructor(rowCount: number) {
		this.#addressOfRow = new Int32Array(rowCount).fill(none);
	}

	/** An index out of what another thread packed. */
	static unpack({ rows, addresses, domains, domainTexts }: PackedIndex): AddressIndex {
		const index = new AddressIndex(0);
		index.#addressOfRow = rows;
		index.#addresses = StringIds.unpack(addresses);
		index.#domainOfAddress = Array.from(domains);
		for (const domain of domainTexts) index.#domainId(domain, hashOfDomain(domain));
		return index;
	}

	pack(): PackedIndex {
		const domains = Int32Array.from(this.#domainOfAddress);
		return { rows: this.#addressOfRow, addresses: this.#addresses.pack(), domains, domainTexts: this.#domains.texts };
	}

	put(index: number, address: string | null): void {
		this.#addressOfRow[index] = address === null ? none : this.#idOf(address);
	}

	/**
	 * Puts a plain address with the hashes that were made of it. `false`, and nothing is put, where its domain is one of those
	 * that templates have: then it has to be read closely.
	 */
	putPlain(index: number, address: string, hash: number, domainHash: number): boolean {
		const known = this.#domains.find(address, domainHash, isDomainOf);
		const domain = known === -1 ? this.#domainId(domainIn(address), domainHash) : known;
		if (this.#areOrdinary[domain] !== true) return false;
		const id = this.#addresses.of(address, hash);
		if (id === this.#domainOfAddress.length) this.#domainOfAddress.push(domain);
		this.#addressOfRow[index] = id;
		return true;
	}

	/** There may be more rows than were thought of, or fewer. */
	resize(rowCount: number): void {
		const resized = new Int32Array(rowCount).fill(none);
		resized.set(this.#addressOfRow.subarray(0, rowCount));
		this.#addressOfRow = resized;
	}

	/** Different addresses that were ever put, or noted. */
	get size(): number {
		return this.#addresses.size;
	}

	/** Different addresses of the rows that take part. */
	get present(): number {
		return this.#present;
	}

	/** Counts an address that stands in no row. */
	note(address: string): void {
		this.#idOf(address);
	}

	has(address: string): boolean {
		return this.#addresses.find(address, hashOfAddress(address)) !== -1;
	}

	/** Counts anew which row of `order` has an address first; `isOut` rows neither count nor repeat. */
	settle(order: Int32Array, isOut: (index: number) => boolean): void {
		this.#firstRows = new Int32Array(this.#addresses.size).fill(none);
		this.#domainRows = new Int32Array(this.#domains.size);
		this.#present = 0;
		for (const index of order) {
			const address = this.#addressOfRow[index] ?? none;
			if (address === none || isOut(index)) continue;
			if (this.#firstRows[address] === none) {
				this.#firstRows[address] = index;
				this.#present++;
			}
			const domain = this.#domainOfAddress[address] ?? 0;
			this.#domainRows[domain] = (this.#domainRows[domain] ?? 0) + 1;
		}
	}

	/**
	 * Looks for near misses among the domains, once the list has been read and settled. What the list looks like then
	 * decides for good: correcting a row must not make the suggestions of other rows come and go.
	 */
	*findSlips(siteDomains: readonly string[]): Generator<void, void> {
		const listDomains = new Map(this.#domains.texts.map((domain, id) => [domain, this.#domainRows[id] ?? 0]));
		this.#suggest = makeSuggester({ listDomains, siteDomains });
		this.#meant = [];
		for (let id = 0; id < this.#domains.size; id++) {
			this.#meant.push(this.#meantBy(this.#domains.texts[id] ?? ''));
			if (id % domainsPerStep === 0) yield;
		}
	}

	addressAt(index: number): string | null {
		return this.#addresses.texts[this.#addressOfRow[index] ?? none] ?? null;
	}

	/** The earlier row with the same address. */
	repeatedBy(index: number): number | null {
		const first = this.#firstRows[this.#addressOfRow[index] ?? none];
		return first === undefined || first === index || first === none ? null : first;
	}

	suggestionAt(index: number): string | null {
		const address = this.#addressOfRow[index] ?? none;
		const meant = address === none ? null : (this.#meant[this.#domainOfAddress[address] ?? none] ?? null);
		return meant === null ? null : `${(this.#addresses.texts[address] ?? '').replace(/@[^@]*$/, '')}@${meant}`;
	}

	hasSuggestion(index: number): boolean {
		const domain = this.#domainOfAddress[this.#addressOfRow[index] ?? none];
		return domain !== undefined && (this.#meant[domain] ?? null) !== null;
	}

	isAtDomain(index: number, domain: string): boolean {
		const address = this.#addressOfRow[index] ?? none;
		return address !== none && this.#domains.texts[this.#domainOfAddress[address] ?? none] === domain;
	}

	meantBy(domain: string): string | null {
		return this.#meant[this.#domains.find(domain, hashOfDomain(domain))] ?? null;
	}

	/** Slips that stand in rows now, most frequent first. */
	corrections(): readonly DomainCorrection[] {
		const found: DomainCorrection[] = [];
		for (let id = 0; id < this.#meant.length; id++) {
			const to = this.#meant[id] ?? null;
			const rows = this.#domainRows[id] ?? 0;
			if (to !== null && rows > 0) found.push({ from: this.#domains.texts[id] ?? '', to, rows });
		}
		return found.sort((left, right) => right.rows - left.rows);
	}

	#idOf(address: string): number {
		const id = this.#addresses.of(address, hashOfAddress(address));
		if (id === this.#domainOfAddress.length) {
			const domain = domainIn(address);
			this.#domainOfAddress.push(this.#domainId(domain, hashOfDomain(domain)));
		}
		return id;
	}

	#domainId(domain: string, hash: number): number {
		const id = this.#domains.of(domain, hash);
		if (id === this.#areOrdinary.length) this.#areOrdinary.push(!isTemplateDomain(domain));
		// While the list is read, nothing is suggested yet; later this is a domain that only an edit brought.
		if (id === this.#meant.length) this.#meant.push(this.#meantBy(domain));
		return id;
	}

	#meantBy(domain: string): string | null {
		const suggested = this.#suggest(`a@${domain}`);
		return suggested === null ? null : domainIn(suggested);
	}
}
