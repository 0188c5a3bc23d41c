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

/** Workbooks in other forms than `.xlsx` that can be read. */
export type OtherWorkbookKind = 'xls' | 'xlsb' | 'ods' | 'numbers';

/** How a workbook with a password is kept: the real one stands encrypted inside an old file of Office. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** Web applications save such pages as `.xls`, and Excel opens them after a question. */
const pages = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|table|meta)\b/i;
const markup = /^(?:\xef\xbb\xbf)?\s*<\?xml\b/i;

/** Whether the bytes are a zip archive, as a workbook is. */
export const isZip = (bytes: Buffer): boolean => signatureOf(bytes) === 'zip';

/** Whether the bytes are an old file of Office, a workbook or something else, without a password. */
export const isOldOffice = (bytes: Buffer): boolean => recogniseSignature(bytes) === 'xls';

/** Whether it may be a workbook: an archive, or an old file of Office. */
export const isWorkbook = (bytes: Buffer): boolean => isZip(bytes) || isOldOffice(bytes);

/** Files that say by their first bytes that they are no text; `xls`: also other old files of Office. `null` for others. */
export const recogniseSignature = (bytes: Buffer): string | null => {
	const kind = signatureOf(bytes);
	return kind === 'xls' && bytes.includes(encryptedPackage) ? 'encrypted' : kind;
};

/** What kind of file this is that has no signature: `html`, `xml`, `unknown`, or `null` where it can be a list. UTF-16 is decided before. */
export const recogniseBinary = (bytes: Buffer): string | null => {
	const head = bytes.subarray(0, 4096).toString('latin1');
	if (pages.test(head)) return 'html';
	if (markup.test(head)) return 'xml';
	if (bytes.includes(0)) return 'unknown';
	const controls = head.replace(/[^\x01-\x08\x0e-\x1a\x1c-\x1f]/g, '').length;
	return controls > head.length / 20 ? 'unknown' : null;
};

const signatureOf = (bytes: Buffer): string | null => {
	const head = bytes.subarray(0, 16).toString('latin1');
	return signatures.find(([, start]) => head.startsWith(start))?.[0] ?? null;
};
