/** A token. Every string form of it is `[secret]`; `reveal` is for the one place that sends it. */
export class Secret {
	readonly #value: string;
	constructor(value: string) {
		this.#value = value;
	}
	reveal(): string {
		return this.#value;
	}
	toString(): string {
		return '[secret]';
	}
	toJSON(): string {
		return '[secret]';
	}
	[Symbol.for('nodejs.util.inspect.custom')](): string {
		return '[secret]';
	}
}
