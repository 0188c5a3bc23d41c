import type { EvidenceItem } from '#shared/verdict.ts';
import type { Fact, JsmRole, PortalRecord } from './evidence.ts';
import type { DirectoryUser, Manageable } from './site-questions.ts';

const itemsOf = <T>({ proof, besides }: Fact<T>): readonly EvidenceItem[] => [proof, ...(besides ?? [])];

const beside = <T>(fact: Fact<T>, other: Fact<T>): Fact<T> => ({ ...fact, besides: [...(fact.besides ?? []), ...itemsOf(other)] });

/** What the site hides stays hidden where no file tells it either; only that one would is new. */
const withHint = <T>(asked: Fact<T>, exported: Fact<T>): Fact<T> =>
	asked.known || exported.known || exported.settledBy === undefined ? asked : { ...asked, settledBy: exported.settledBy };

/**
 * Of what the site answered and what a file says the one that tells something; of two that both do, the newer one, with the
 * other beside it where they differ. `asked` is `null` where nobody asked the site.
 */
export const newerFact = <T>(asked: Fact<T> | null, exported: Fact<T> | null, isSame: (a: T, b: T) => boolean): Fact<T> | null => {
	if (asked === null || exported === null) return asked ?? exported;
	// A garbled answer must be seen: nothing may be put in its place.
	if (!asked.known && asked.why === 'unexpected') return asked;
	if (!asked.known) return asked.why === 'hidden' && !exported.known ? withHint(asked, exported) : exported;
	const isNewer = exported.proof.at > asked.proof.at;
	if (!exported.known) return exported.why === 'unexpected' && isNewer ? exported : asked;
	if (isSame(asked.value, exported.value)) return asked;
	return isNewer ? beside(exported, asked) : beside(asked, exported);
};

/** A list of portal-only accounts knows of some that no sweep shows: that the site did not list somebody outdoes no line of it. */
export const newerPortal = (asked: Fact<PortalRecord | null>, exported: Fact<PortalRecord | null> | null): Fact<PortalRecord | null> => {
	if (exported?.known === true && exported.value !== null && asked.known && asked.value === null) return beside(exported, asked);
	return newerFact(asked, exported, (a, b) => a?.active === b?.active) ?? asked;
};

export const isSameEntry = (a: DirectoryUser | null, b: DirectoryUser | null): boolean => a?.status === b?.status;
export const isSameRole = (a: JsmRole, b: JsmRole): boolean => a.held === b.held;
export const isSameAnswer = (a: Manageable, b: Manageable): boolean => a.kind === b.kind;
