/**
 * Whom a message about accounts that another organisation manages is written to: the people, who pass it on, or whoever
 * administers that organisation.
 */
export const ownerAudiences = ['people', 'administrators'] as const;
export type OwnerAudience = (typeof ownerAudiences)[number];

/** What a message may name in braces. */
export const messagePlaceholders = ['domain', 'site', 'desk', 'organisation', 'addresses'] as const;
export type MessageValues = Readonly<Record<(typeof messagePlaceholders)[number], string>>;

export interface MessageTemplate {
	readonly subject: string;
	readonly body: string;
}

const keys: Readonly<Record<OwnerAudience, string>> = { people: 'message', administrators: 'message.administrators' };

/** The setting that holds a part of the text as somebody worded it for this machine. */
export const templateKey = (to: OwnerAudience, part: keyof MessageTemplate): string => `${keys[to]}.${part}`;

const isKnown = (name: string): name is keyof MessageValues => (messagePlaceholders as readonly string[]).includes(name);

/** Fills in what is known by name; any other braces are somebody's own and stay. */
export const fillMessage = ({ subject, body }: MessageTemplate, values: MessageValues): MessageTemplate => {
	const fill = (text: string): string => text.replace(/\{([a-z]+)\}/g, (braces, name: string) => (isKnown(name) ? values[name] : braces));
	// A subject is one line, whatever a domain or a template brings along.
	return { subject: fill(subject).replace(/\s+/g, ' ').trim(), body: fill(body) };
};
