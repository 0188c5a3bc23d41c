import type { DomainCorrection } from '#shared/lists.ts';
import { makeSuggester } from './suggest-address.ts';

const none = -1;
const domainsPerStep = 128;

const domainIn = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/**
 * Which row holds which address: what repeats and probable typos are told by. Rows are kept as numbers, so that
 * going over a million of them after each edit takes milliseconds.
 */
export class AddressIndex {
	#addressOfRow: Int32Array;
	readonly #addresses: string[] = [];
	readonly #addressIds = new Map<string, number>();
	readonly #domainOfAddress: number[] = [];
	readonly #domains: string[] = [];
	readonly #domainIds = new Map<string, number>();
	/** By domain: what was probably meant. */
	#meant: (string | null)[] = [];
	#suggest: (address: string) => string | null = () => null;
	/** By address: the first row that takes part. */
	#firstRows = new Int32Array(0);
	/** By domain: rows that take part. */
	#domainRows = new Int32Array(0);

	constructor(rowCount: number) {
		this.#addressOfRow = new Int32Array(rowCount).fill(none);
	}

	/** More rows follow, of no address so far. */
	grow(rowCount: number): void {
		const grown = new Int32Array(rowCount).fill(none);
		grown.set(this.#addressOfRow);
		this.#addressOfRow = grown;
	}

	put(index: number, address: string | null): void {
		this.#addressOfRow[index] = address === null ? none : this.#idOf(address);
	}

	/** Counts anew which row of `order` has an address first; `isOut` rows neither count nor repeat. */
	settle(order: Int32Array, isOut: (index: number) => boolean): void {
		this.#firstRows = new Int32Array(this.#addresses.length).fill(none);
		this.#domainRows = new Int32Array(this.#domains.length);
		for (const index of order) {
			const address = this.#addressOfRow[index] ?? none;
			if (address === none || isOut(index)) continue;
			if (this.#firstRows[address] === none) this.#firstRows[address] = index;
			const domain = this.#domainOfAddress[address] ?? 0;
			this.#domainRows[domain] = (this.#domainRows[domain] ?? 0) + 1;
		}
	}

	/**
	 * Looks for near misses among the domains, once the list has been read and settled. What the list looks like then
	 * decides for good: correcting a row must not make the suggestions of other rows come and go.
	 */
	*findSlips(siteDomains: readonly string[]): Generator<void, void> {
		const listDomains = new Map(this.#domains.map((domain, id) => [domain, this.#domainRows[id] ?? 0]));
		this.#suggest = makeSuggester({ listDomains, siteDomains });
		this.#meant = [];
		for (let id = 0; id < this.#domains.length; id++) {
			this.#meant.push(this.#meantBy(this.#domains[id] ?? ''));
			if (id % domainsPerStep === 0) yield;
		}
	}

	addressAt(index: number): string | null {
		return this.#addresses[this.#addressOfRow[index] ?? none] ?? null;
	}

	/** The earlier row with the same address. */
	repeatedBy(index: number): number | null {
		const first = this.#firstRows[this.#addressOfRow[index] ?? none];
		return first === undefined || first === index || first === none ? null : first;
	}

	suggestionAt(index: number): string | null {
		const address = this.#addressOfRow[index] ?? none;
		const meant = address === none ? null : (this.#meant[this.#domainOfAddress[address] ?? none] ?? null);
		return meant === null ? null : `${(this.#addresses[address] ?? '').replace(/@[^@]*$/, '')}@${meant}`;
	}

	hasSuggestion(index: number): boolean {
		const domain = this.#domainOfAddress[this.#addressOfRow[index] ?? none];
		return domain !== undefined && (this.#meant[domain] ?? null) !== null;
	}

	isAtDomain(index: number, domain: string): boolean {
		const address = this.#addressOfRow[index] ?? none;
		return address !== none && this.#domains[this.#domainOfAddress[address] ?? none] === domain;
	}

	meantBy(domain: string): string | null {
		return this.#meant[this.#domainIds.get(domain) ?? none] ?? null;
	}

	/** Slips that stand in rows now, most frequent first. */
	corrections(): readonly DomainCorrection[] {
		const found: DomainCorrection[] = [];
		for (let id = 0; id < this.#meant.length; id++) {
			const to = this.#meant[id] ?? null;
			const rows = this.#domainRows[id] ?? 0;
			if (to !== null && rows > 0) found.push({ from: this.#domains[id] ?? '', to, rows });
		}
		return found.sort((left, right) => right.rows - left.rows);
	}

	#idOf(address: string): number {
		const known = this.#addressIds.get(address);
		if (known !== undefined) return known;
		const id = this.#addresses.push(address) - 1;
		this.#addressIds.set(address, id);
		this.#domainOfAddress.push(this.#domainId(domainIn(address)));
		return id;
	}

	#domainId(domain: string): number {
		const known = this.#domainIds.get(domain);
		if (known !== undefined) return known;
		const id = this.#domains.push(domain) - 1;
		this.#domainIds.set(domain, id);
		// While the list is read, nothing is suggested yet; later this is a domain that only an edit brought.
		this.#meant.push(this.#meantBy(domain));
		return id;
	}

	#meantBy(domain: string): string | null {
		const suggested = this.#suggest(`a@${domain}`);
		return suggested === null ? null : domainIn(suggested);
	}
}
