import { domainOf } from '../evidence/evidence.ts';
import { between, makeTakeApart } from '../evidence/evidence-shapes.ts';
import type { Likeness } from '../evidence/likeness.ts';
import type { AlikeRow, JudgedKind, JudgedRow } from './run-store.ts';

/** Somebody who may be like others. */
export interface MaybeAlike {
	readonly id: number;
	readonly address: string;
	/** `null`: like nobody, and judged alone. */
	readonly likeness: Likeness | null;
}

/** More are a sign that people differ in what decides nothing: nothing is gained then by remembering them. */
const mostKinds = 20_000;

/** A hole in the evidence of a kind: which of a person's own texts fills it, or the text that fills everybody's. */
type Filling = number | string;

/** `learned`: one was judged. It is believed once it has foretold another one, and never once it has failed to. */
type Known =
	| { readonly is: 'learned' | 'proven'; readonly kind: JudgedKind; readonly fillings: readonly Filling[] }
	| { readonly is: 'unlike' };

const tell = ({ fillings }: { readonly fillings: readonly Filling[] }, own: readonly string[]): string =>
	fillings.map((filling) => (typeof filling === 'string' ? filling : own[filling])).join(between);

const isSameKind = (a: JudgedKind, b: JudgedKind): boolean =>
	a.shape === b.shape &&
	a.times === b.times &&
	a.verdict.cause === b.verdict.cause &&
	a.verdict.certainty === b.verdict.certainty &&
	a.verdict.remedy === b.verdict.remedy &&
	JSON.stringify(a.facts) === JSON.stringify(b.facts);

/**
 * Judges people once who differ in nothing but whom they are. The first of a kind and domain is judged as everybody is, and so is
 * the second: where the first has foretold it to the letter, the others get the same verdict, with what is their own in its
 * evidence. A kind that has foretold its second one wrongly foretells nobody.
 */
export class AlikePeople {
	readonly #known = new Map<string, Known>();
	readonly #takeApart = makeTakeApart();

	/** Sorts people by what has to be done about them: `later` are those whose like is among `ask`. */
	sort<Person extends MaybeAlike>(
		people: readonly Person[],
	): { readonly told: readonly AlikeRow[]; readonly ask: readonly Person[]; readonly later: readonly Person[] } {
		const [told, ask, later]: [AlikeRow[], Person[], Person[]] = [[], [], []];
		const asking = new Set<string>();
		for (const person of people) {
			const { id, address, likeness } = person;
			const key = likeness === null ? '' : keyOf(address, likeness);
			const known = this.#known.get(key);
			if (known?.is === 'proven' && likeness !== null) told.push({ id, kind: known.kind, own: tell(known, likeness.own) });
			else if (asking.has(key)) later.push(person);
			else {
				ask.push(person);
				if (likeness !== null && known?.is !== 'unlike') asking.add(key);
			}
		}
		return { told, ask, later };
	}

	/** Takes note of somebody who was asked about. */
	learn({ address, likeness }: MaybeAlike, { verdict, facts }: JudgedRow): void {
		if (likeness === null || facts === undefined) return;
		const key = keyOf(address, likeness);
		const known = this.#known.get(key);
		if (known === undefined ? this.#known.size >= mostKinds : known.is !== 'learned') return;
		const { shape, times, own } = this.#takeApart(verdict.evidence, address);
		const { cause, certainty, remedy } = verdict;
		const kind: JudgedKind = { verdict: { cause, certainty, remedy }, facts, shape, times };
		if (known?.is !== 'learned') {
			const fillings = own === '' ? [] : own.split(between).map((text) => fillingOf(text, likeness.own));
			this.#known.set(key, { is: 'learned', kind, fillings });
			return;
		}
		const isForetold = isSameKind(known.kind, kind) && tell(known, likeness.own) === own;
		this.#known.set(key, isForetold ? { ...known, is: 'proven' } : { is: 'unlike' });
	}
}

const keyOf = (address: string, { kind }: Likeness): string => `${domainOf(address)} ${kind}`;

const fillingOf = (text: string, own: readonly string[]): Filling => {
	const at = own.indexOf(text);
	return at === -1 ? text : at;
};
