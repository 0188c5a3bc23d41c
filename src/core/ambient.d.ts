/**
 * The few globals of every JavaScript host that the core may use. Neither Node's nor the browser's types are in
 * the core's program, so that a core file that says `process`, `fetch` or `document` does not compile.
 */
interface AbortSignal {
	readonly aborted: boolean;
	readonly reason: unknown;
	throwIfAborted(): void;
	addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
	removeEventListener(type: 'abort', listener: () => void): void;
}
declare var AbortSignal: {
	any(signals: Iterable<AbortSignal>): AbortSignal;
};

interface AbortController {
	readonly signal: AbortSignal;
	abort(reason?: unknown): void;
}
declare var AbortController: { new (): AbortController };

interface URLSearchParams {
	get(name: string): string | null;
	getAll(name: string): string[];
	has(name: string): boolean;
	set(name: string, value: string): void;
	append(name: string, value: string): void;
	toString(): string;
}
declare var URLSearchParams: {
	new (init?: string | Readonly<Record<string, string>> | readonly (readonly [string, string])[]): URLSearchParams;
};

interface URL {
	readonly href: string;
	readonly origin: string;
	readonly protocol: string;
	readonly username: string;
	readonly password: string;
	readonly host: string;
	readonly hostname: string;
	readonly port: string;
	readonly pathname: string;
	readonly search: string;
	readonly searchParams: URLSearchParams;
	readonly hash: string;
	toString(): string;
}
declare var URL: {
	new (url: string | URL, base?: string | URL): URL;
	canParse(url: string, base?: string): boolean;
	parse(url: string, base?: string): URL | null;
};

/** Only for measuring and decoding text; reading bytes is an adapter's work. */
declare var TextEncoder: { new (): { encode(text: string): Uint8Array } };
