import type { EvidenceItem } from '#shared/verdict.ts';
import type { Fact, JsmRole, PortalRecord } from './evidence.ts';
import type { DirectoryUser, Manageable } from './site-questions.ts';

const itemsOf = <T>({ proof, besides }: Fact<T>): readonly EvidenceItem[] => [proof, ...(besides ?? [])];

const beside = <T>(fact: Fact<T>, other: Fact<T>): Fact<T> => ({ ...fact, besides: [...(fact.besides ?? []), ...itemsOf(other)] });

/** What the site hides stays hidden where no file tells it either; only that one would is new. */
const withHint = <T>(asked: Fact<T>, fromFile: Fact<T>): Fact<T> =>
	asked.known || fromFile.known || fromFile.settledBy === undefined ? asked : { ...asked, settledBy: fromFile.settledBy };

/**
 * Of what the site answered and what a file says the one that tells something; of two that both do, the newer one, with the
 * other beside it where they differ. `asked` is `null` where nobody asked the site.
 */
export const newerFact = <T>(asked: Fact<T> | null, fromFile: Fact<T> | null, isSame: (a: T, b: T) => boolean): Fact<T> | null => {
	if (asked === null || fromFile === null) return asked ?? fromFile;
	// A garbled answer must be seen: nothing may be put in its place.
	if (!asked.known && asked.why === 'unexpected') return asked;
	if (!asked.known) return asked.why === 'hidden' && !fromFile.known ? withHint(asked, fromFile) : fromFile;
	const isNewer = fromFile.proof.at > asked.proof.at;
	if (!fromFile.known) return fromFile.why === 'unexpected' && isNewer ? fromFile : asked;
	if (isSame(asked.value, fromFile.value)) return asked;
	return isNewer ? beside(fromFile, asked) : beside(asked, fromFile);
};

/** A list of portal-only accounts knows of some that no sweep shows: that the site did not list somebody outdoes no line of it. */
export const newerPortal = (asked: Fact<PortalRecord | null>, fromFile: Fact<PortalRecord | null> | null): Fact<PortalRecord | null> => {
	if (fromFile?.known === true && fromFile.value !== null && asked.known && asked.value === null) return beside(fromFile, asked);
	return newerFact(asked, fromFile, (a, b) => a?.active === b?.active) ?? asked;
};

export const isSameEntry = (a: DirectoryUser | null, b: DirectoryUser | null): boolean => a?.status === b?.status;
export const isSameRole = (a: JsmRole, b: JsmRole): boolean => a.held === b.held;
export const isSameAnswer = (a: Manageable, b: Manageable): boolean => a.kind === b.kind;
