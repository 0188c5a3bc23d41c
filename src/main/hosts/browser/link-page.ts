/**
 * The token of a link stands behind the `#`: it is sent to no server, stands in no log, and nothing but this page's script
 * reads it. The script takes it out of the address, and so out of the browser's history, before it trades it for the session.
 */
export const linkTokenHeader = 'x-invite-doctor-link';

export const linkPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>Opening Invite Doctor</title></head>
<body><p>Opening Invite Doctor…</p><noscript><p>Invite Doctor needs JavaScript.</p></noscript><script src="/open.js"></script></body>
</html>
`;

/** A wrong or used token loads the refusal in the place of the page. */
export const linkScript = `const token = location.hash.slice(1);
history.replaceState(null, '', '/open');
fetch('/open', { method: 'POST', headers: { '${linkTokenHeader}': token }, cache: 'no-store' }).then(
	({ ok }) => location.replace(ok ? '/' : '/link-used'),
	() => location.reload(),
);
`;
