import type { Clock } from '#core/ports.ts';

/** What became of one request. Reasons are codes of Node or of ours, never a message: those can quote headers. */
export type Sent =
	| { readonly kind: 'answer'; readonly status: number; readonly headers: Headers; readonly text: string }
	| { readonly kind: 'network'; readonly reason: string; readonly issuer?: string }
	| { readonly kind: 'timeout' }
	| { readonly kind: 'too-large' }
	| { readonly kind: 'cancelled' };

export interface RawRequest {
	readonly url: URL;
	readonly method: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | null;
}

export const timeoutMs = 30_000;
/** A page of a thousand people is some 2 MB; what is refused peaks at a few times this while it is unpacked. */
export const largestAnswerBytes = 16 * 1_024 * 1_024;

/** What carries requests. Each leaves once, and no redirect is followed: its target would get the token. */
export interface Transport {
	/** Rejects only where the signal ended it. */
	exchange(request: RawRequest, signal: AbortSignal): Promise<Sent>;
	close(): void;
}

/** Sends once and reads the whole answer, within `timeoutMs` for both. Never rejects. */
export const send = (request: RawRequest, transport: Transport, clock: Clock, signal?: AbortSignal): Promise<Sent> =>
	inTime(clock, signal, (ends) => transport.exchange(request, ends));

/** Ends an exchange that takes longer than `timeoutMs`, or when the signal says so, and tells which it was. */
export const inTime = async (
	clock: Clock,
	signal: AbortSignal | undefined,
	exchange: (ends: AbortSignal) => Promise<Sent>,
): Promise<Sent> => {
	const ended = new AbortController();
	const expired = new AbortController();
	clock.sleep(timeoutMs, ended.signal).then(
		() => expired.abort(),
		() => undefined,
	);
	try {
		return await exchange(signal === undefined ? expired.signal : AbortSignal.any([signal, expired.signal]));
	} catch {
		if (signal?.aborted) {
			return { kind: 'cancelled' };
		}
		return expired.signal.aborted ? { kind: 'timeout' } : { kind: 'network', reason: 'unknown' };
	} finally {
		ended.abort();
	}
};

/** The whole answer, unless it is larger than we are willing to hold. The announced length is not relied on. */
export const readAnswer = async (status: number, headers: Headers, chunks: AsyncIterable<Uint8Array>): Promise<Sent> => {
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for await (const chunk of chunks) {
		bytes += chunk.byteLength;
		if (bytes > largestAnswerBytes) {
			// Leaving the loop ends the stream.
			return { kind: 'too-large' };
		}
		text += decoder.decode(chunk, { stream: true });
	}
	return { kind: 'answer', status, headers, text: text + decoder.decode() };
};

/** For the log. */
export const problemOf = (sent: Sent): string | number =>
	sent.kind === 'answer' ? sent.status : sent.kind === 'network' ? sent.reason : sent.kind;
