import MailComposer from 'nodemailer/lib/mail-composer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';

export interface Mail {
	/** Who sends it; `null` where that is not known: the mail program fills it in. */
	readonly from: string | null;
	readonly bcc: readonly string[];
	readonly subject: string;
	readonly body: string;
	readonly at: Date;
}

/** As it is where it is plain and fits its line; what looks encoded already would not arrive as it was written. */
const isPlain = (subject: string): boolean => /^[\x20-\x7e]*$/.test(subject) && !subject.includes('=?') && subject.length <= 66;

/** RFC 2047: an encoded word is 75 characters at most. */
const wordChars = 52;

const oneAddress = (address: string) => ({ name: '', address });

/**
 * A mail as a file (RFC 5322): opened in a mail program, it is a draft (`X-Unsent`). The people are in Bcc, because they have
 * nothing to do with each other but their domain; `To` is an empty group, so that no program takes one of them for it.
 */
export const writeEml = async ({ from, bcc, subject, body, at }: Mail): Promise<string> => {
	const line = subject.replace(/[\r\n]+/g, ' ');
	const message = new MailComposer({
		...(from === null ? {} : { from: oneAddress(from) }),
		bcc: bcc.map(oneAddress),
		headers: { subject: isPlain(line) ? line : { prepared: true, foldLines: true, value: encodeWord(line, 'B', wordChars) } },
		date: at,
		text: body.replace(/\r\n|\r|\n/g, '\r\n'),
		// Readable where it is plain, and safe on every way.
		encoding: 'quoted-printable',
		disableFileAccess: true,
		disableUrlAccess: true,
	}).compile();
	message.keepBcc = true;
	// Not by the composer, which puts the name of the group in quotes; some programs then show it as somebody's.
	return `To: undisclosed-recipients:;\r\nX-Unsent: 1\r\n${(await message.build()).toString('utf8')}\r\n`;
};
