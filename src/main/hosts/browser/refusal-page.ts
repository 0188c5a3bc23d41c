/** Why a request was turned away; each has its status and its sentence. */
export type Refusal = 'no-session' | 'link-used' | 'wrong-host' | 'wrong-origin' | 'not-found' | 'broken';

const refusals: Readonly<Record<Refusal, { readonly status: number; readonly title: string; readonly text: string }>> = {
	'no-session': {
		status: 401,
		title: 'This browser has no session',
		text: 'Open the one-time link that Invite Doctor printed. For a new one, press Enter where Invite Doctor was started.',
	},
	'link-used': {
		status: 401,
		title: 'This link does not work',
		text: 'A link works once, for a minute. If this browser opened it before, Invite Doctor is still at the address below. For a new link, press Enter where Invite Doctor was started.',
	},
	'wrong-host': {
		status: 421,
		title: 'Wrong address',
		text: 'Invite Doctor answers only at the address it printed, which starts with http://127.0.0.1.',
	},
	'wrong-origin': { status: 403, title: 'Refused', text: 'Another page asked for this. Invite Doctor answers only its own pages.' },
	'not-found': { status: 404, title: 'Nothing here', text: 'Invite Doctor has no such page.' },
	broken: { status: 500, title: 'Something broke', text: 'Invite Doctor could not answer. Load the page again.' },
};

export const refusalStatus = (refusal: Refusal): number => refusals[refusal].status;

/** Plain words and no style, script or form: it must be readable under the strictest policy. Never echoes the request. */
export const refusalPage = (refusal: Refusal): string => {
	const { title, text } = refusals[refusal];
	return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${title} – Invite Doctor</title></head>
<body><h1>${title}</h1><p>${text}</p><p><a href="/">Go to Invite Doctor</a></p></body>
</html>
`;
};
