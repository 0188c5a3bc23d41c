/** Mail providers whose misspellings are suggested away. Their own domains are never suspects. */
export const providerDomains: readonly string[] = [
	'gmail.com', 'googlemail.com',
	'outlook.com', 'outlook.de', 'outlook.fr', 'hotmail.com', 'hotmail.co.uk', 'hotmail.fr', 'hotmail.de', 'hotmail.it', 'hotmail.es',
	'live.com', 'live.co.uk', 'live.de', 'live.fr', 'live.nl', 'msn.com',
	'yahoo.com', 'yahoo.co.uk', 'yahoo.co.jp', 'yahoo.co.in', 'yahoo.de', 'yahoo.fr', 'yahoo.it', 'yahoo.es', 'yahoo.ca', 'yahoo.com.br',
	'icloud.com', 'me.com', 'mac.com', 'aol.com', 'aol.de',
	'gmx.de', 'gmx.net', 'gmx.com', 'gmx.at', 'gmx.ch', 'web.de', 't-online.de', 'freenet.de', 'arcor.de', 'posteo.de', 'mailbox.org',
	'proton.me', 'protonmail.com', 'protonmail.ch', 'fastmail.com', 'zoho.com', 'yandex.ru', 'yandex.com',
	'orange.fr', 'wanadoo.fr', 'laposte.net', 'free.fr', 'sfr.fr', 'libero.it', 'virgilio.it', 'bluewin.ch',
	'btinternet.com', 'comcast.net', 'verizon.net', 'sbcglobal.net', 'bigpond.com', 'naver.com', 'docomo.ne.jp',
];

/** Real domains that stand close to a provider's: a near miss that is none. */
export const realNeighbours: ReadonlySet<string> = new Set([
	'mail.com', 'ymail.com', 'email.com', 'fmail.com', 'hmail.com', 'jmail.com', 'qmail.com', 'zmail.com', 'gmail.co', 'gmail.net', 'gmail.org',
	'mail.ru', 'mail.de', 'email.de', 'emailn.de', 'cloud.com', 'clouds.com', 'photon.me', 'protons.me', 'gmal.de', 'outlooks.com', 'hotmails.com',
	'rocketmail.com', 'hushmail.com', 'fastmail.fm', 'inmail.com', 'grail.com', 'gemail.com', 'goal.com', 'live.cn', 'lives.com', 'liv.com',
	'range.fr', 'oranges.fr', 'mailbox.de', 'mailboxes.org', 'posted.de', 'zoo.com', 'yandex.net', 'navel.com', 'never.com', 'waver.com',
]);

/**
 * Slips of the keyboard at the end of a domain. Only endings that are no public suffix: `.co` and `.cm` exist.
 */
export const suffixSlips: Readonly<Record<string, string>> = {
	con: 'com', cmo: 'com', ocm: 'com', comm: 'com', coom: 'com', ccom: 'com', vom: 'com', xom: 'com', cpm: 'com', cim: 'com', clm: 'com', copm: 'com', conm: 'com', comn: 'com', 'c0m': 'com',
	nte: 'net', met: 'net', nett: 'net', ner: 'net', ent: 'net', 'n3t': 'net',
	ogr: 'org', orgg: 'org', rog: 'org', prg: 'org', orh: 'org', '0rg': 'org',
	couk: 'co.uk', 'co.ku': 'co.uk', 'co.kk': 'co.uk',
};
