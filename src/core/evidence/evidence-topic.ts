import type { EvidenceTopic } from '#shared/evidence-topics.ts';

/** Evidence asks in words, with the person in them. A test holds this list against every question there is. */
const patterns: readonly (readonly [RegExp, EvidenceTopic])[] = [
	[/^directory entry of /, 'directory'],
	[/^(service management role|roles) of /, 'role'],
	[/^may this organisation enable /, 'manageable'],
	[/^whose account [\s\S]* is$/, 'owner'],
	[/^portal-only record of /, 'portal'],
	[/^who reported requests as /, 'reporter'],
	[/^the account [\s\S]*, seen at [\s\S]* before$/, 'earlier-account'],
	[/^Atlassian account of [\s\S]* on the site$/, 'site-account'],
	[/ among the desk's customers$/, 'membership'],
	[/ among the members of customer organisations$/, 'organisation-members'],
	[/^may [\s\S]* raise requests$/, 'can-raise'],
	[/^to make an account for /, 'creation'],
	[/^customer access of the site$/, 'access'],
	[/^check by hand of /, 'by-hand'],
	[/^what follows from it$/, 'inference'],
	[/^is "[\s\S]*" an address$/, 'address'],
	[/ earlier in the list$/, 'repeat'],
	[/^permission scheme of /, 'permission'],
];

export const evidenceTopic = (asked: string): EvidenceTopic => patterns.find(([pattern]) => pattern.test(asked))?.[1] ?? 'other';
