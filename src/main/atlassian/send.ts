import type { Clock } from '#core/ports.ts';

/** What became of one request. Reasons are codes of Node or of ours, never a message: those can quote headers. */
export type Sent =
	| { readonly kind: 'answer'; readonly status: number; readonly headers: Headers; readonly text: string }
	| { readonly kind: 'network'; readonly reason: string }
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
export const largestAnswerBytes = 64 * 1_024 * 1_024;

/**
 * Sends once and reads the whole answer, within `timeoutMs` for both. Never follows a redirect: its target
 * would get the token. Never rejects.
 */
export async function send(request: RawRequest, clock: Clock, signal?: AbortSignal): Promise<Sent> {
	const ended = new AbortController();
	const expired = new AbortController();
	clock.sleep(timeoutMs, ended.signal).then(
		() => expired.abort(),
		() => undefined,
	);
	try {
		const response = await fetch(request.url, {
			method: request.method,
			headers: request.headers,
			body: request.body,
			redirect: 'manual',
			signal: signal === undefined ? expired.signal : AbortSignal.any([signal, expired.signal]),
		});
		const text = await readText(response);
		return text === null ? { kind: 'too-large' } : { kind: 'answer', status: response.status, headers: response.headers, text };
	} catch (error) {
		if (signal?.aborted) {
			return { kind: 'cancelled' };
		}
		return expired.signal.aborted ? { kind: 'timeout' } : { kind: 'network', reason: reasonOf(error) };
	} finally {
		ended.abort();
	}
}

/** The body, or `null` where it is larger than we are willing to hold. The announced length is not relied on. */
async function readText(response: Response): Promise<string | null> {
	if (response.body === null) {
		return '';
	}
	const reader = response.body.getReader();
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) {
			return text + decoder.decode();
		}
		bytes += value.byteLength;
		if (bytes > largestAnswerBytes) {
			await reader.cancel();
			return null;
		}
		text += decoder.decode(value, { stream: true });
	}
}

/** `fetch` wraps the socket's error; its code (`ECONNREFUSED`, `CERT_HAS_EXPIRED`) is all we keep. */
function reasonOf(error: unknown): string {
	for (let at: unknown = error; at instanceof Error; at = at.cause) {
		if ('code' in at && typeof at.code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(at.code)) {
			return at.code;
		}
	}
	return 'unknown';
}
