/** What a piece of evidence is about, told by its question. Evidence keeps its question in words, with the person it is about. */
export const evidenceTopics = [
	'directory',
	'role',
	'manageable',
	'owner',
	'portal',
	'reporter',
	'earlier-account',
	'site-account',
	'membership',
	'organisation-members',
	'can-raise',
	'creation',
	'access',
	'by-hand',
	'inference',
	'address',
	'repeat',
	'permission',
	'other',
] as const;
export type EvidenceTopic = (typeof evidenceTopics)[number];
