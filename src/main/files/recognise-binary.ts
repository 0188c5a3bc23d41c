/** First bytes of files people take for lists. */
const signatures: readonly (readonly [kind: string, bytes: string])[] = [
	['zip', 'PK\x03\x04'],
	['zip', 'PK\x05\x06'],
	['pdf', '%PDF'],
	['xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
	['gzip', '\x1f\x8b'],
	['png', '\x89PNG'],
	['jpeg', '\xff\xd8\xff'],
	['gif', 'GIF8'],
	['rtf', '{\\rtf'],
	['sqlite', 'SQLite format 3\0'],
];

/** What kind of binary file this is: a known one, `unknown`, or `null` where it can be text. UTF-16 is decided before. */
export function recogniseBinary(bytes: Buffer): string | null {
	const head = bytes.subarray(0, 4096).toString('latin1');
	const kind = signatures.find(([, start]) => head.startsWith(start))?.[0];
	if (kind === 'zip') return /xl\/|\[Content_Types\]/.test(head) ? 'xlsx' : 'zip';
	if (kind !== undefined) return kind;
	if (bytes.includes(0)) return 'unknown';
	const controls = head.replace(/[^\x01-\x08\x0e-\x1a\x1c-\x1f]/g, '').length;
	return controls > head.length / 20 ? 'unknown' : null;
}
