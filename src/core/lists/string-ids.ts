const longestProbe = 32;

/** As they cross from one thread to another: few large things instead of many small ones. */
export interface PackedIds {
	/** A line each. */
	readonly texts: string;
	readonly hashes: Int32Array<ArrayBuffer>;
	readonly slots: Int32Array<ArrayBuffer>;
	readonly crowded: ReadonlyMap<string, number>;
}

/**
 * Numbers for texts, from 0, in the order in which they came; whoever asks brings a hash of the text. A map does the same and
 * takes several times as long for a hundred thousand: it makes hashes of its own, and looks into every text again whenever it
 * grows. Texts made to share a place go to a map all the same.
 */
export class StringIds {
	#texts: string[] = [];
	#hashes = new Int32Array(1024);
	/** One more than the number of the text that is there; 0: none. */
	#slots = new Int32Array(2048);
	#crowded = new Map<string, number>();

	/** Nothing is looked up for it again. */
	static unpack({ texts, hashes, slots, crowded }: PackedIds): StringIds {
		const ids = new StringIds();
		if (texts !== '') ids.#texts = texts.split('\n');
		ids.#hashes = hashes;
		ids.#slots = slots;
		ids.#crowded = new Map(crowded);
		return ids;
	}

	/** Of texts without line breaks. */
	pack(): PackedIds {
		return { texts: this.#texts.join('\n'), hashes: this.#hashes, slots: this.#slots, crowded: this.#crowded };
	}

	get size(): number {
		return this.#texts.length;
	}

	get texts(): readonly string[] {
		return this.#texts;
	}

	/** `-1` where it has none yet. `isSame`: where the text is part of another one. */
	find(text: string, hash: number, isSame: (known: string, text: string) => boolean = equals): number {
		const slots = this.#slots;
		const mask = slots.length - 1;
		for (let probe = 0; probe < longestProbe; probe++) {
			const id = (slots[(hash + probe) & mask] ?? 0) - 1;
			if (id === -1) return -1;
			if (this.#hashes[id] === hash && isSame(this.#texts[id] ?? '', text)) return id;
		}
		return this.#crowded.get(text) ?? -1;
	}

	of(text: string, hash: number): number {
		const known = this.find(text, hash);
		return known === -1 ? this.add(text, hash) : known;
	}

	/** A text that is not among them. */
	add(text: string, hash: number): number {
		const id = this.#texts.push(text) - 1;
		if (id === this.#hashes.length) this.#grow();
		this.#hashes[id] = hash;
		this.#put(id);
		return id;
	}

	#put(id: number): void {
		const slots = this.#slots;
		const mask = slots.length - 1;
		const hash = this.#hashes[id] ?? 0;
		for (let probe = 0; probe < longestProbe; probe++) {
			const slot = (hash + probe) & mask;
			if (slots[slot] !== 0) continue;
			slots[slot] = id + 1;
			return;
		}
		this.#crowded.set(this.#texts[id] ?? '', id);
	}

	#grow(): void {
		const hashes = new Int32Array(this.#hashes.length * 4);
		hashes.set(this.#hashes);
		this.#hashes = hashes;
		this.#slots = new Int32Array(hashes.length * 2);
		this.#crowded = new Map();
		for (let id = 0; id < this.#texts.length - 1; id++) this.#put(id);
	}
}

const equals = (known: string, text: string): boolean => known === text;
