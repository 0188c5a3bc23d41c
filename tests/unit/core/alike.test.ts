import { expect, it } from 'vitest';
import { decideCause } from '#core/causes/decide-cause.ts';
import { assemble } from '#core/evidence/evidence-shapes.ts';
import { compactFacts } from '#core/evidence/person-facts.ts';
import { AlikePeople } from '#core/runs/alike.ts';
import type { JudgedRow } from '#core/runs/run-store.ts';
import { personEvidence } from '../../support/evidence.ts';

const person = (id: number, note: string) => {
	const address = `person${id}@brightwater.example`;
	return { id, address, note, likeness: { kind: 'one', own: [JSON.stringify(`id-${id}`)] } };
};

const judge = ({ id, address, note }: ReturnType<typeof person>): JudgedRow => {
	const evidence = personEvidence({ address });
	const answer = { accountId: `id-${id}`, note };
	const verdict = decideCause({ ...evidence, directory: { ...evidence.directory, proof: { ...evidence.directory.proof, answer } } });
	return { id, verdict, facts: compactFacts(evidence) };
};

/** Judges them as a diagnosis does, and says which of them were told without being asked about. */
const judgeAll = (people: readonly ReturnType<typeof person>[]) => {
	const alike = new AlikePeople();
	const all: ReturnType<typeof alike.sort>['told'][number][] = [];
	for (let left = people; left.length > 0; ) {
		const { told, ask, later } = alike.sort(left);
		all.push(...told);
		for (const one of ask) alike.learn(one, judge(one));
		left = later;
	}
	return all;
};

it('asks about two of a kind and tells the others, each with what is their own', () => {
	const people = [1, 2, 3, 4].map((id) => person(id, 'same'));
	const told = judgeAll(people);
	expect(told.map(({ id }) => id)).toEqual([3, 4]);
	for (const { id, kind, own } of told) {
		const { verdict } = judge(person(id, 'same'));
		expect(assemble({ ...kind, own }, `person${id}@brightwater.example`)).toBe(JSON.stringify(verdict.evidence));
		expect(kind.verdict).toEqual({ cause: verdict.cause, certainty: verdict.certainty, remedy: verdict.remedy });
	}
});

it('tells nobody of a kind whose first one foretold the second one wrongly', () => {
	expect(judgeAll([person(1, 'a'), person(2, 'b'), person(3, 'a'), person(4, 'b')])).toEqual([]);
});

it('asks about everybody who is like nobody', () => {
	expect(judgeAll([1, 2, 3].map((id) => ({ ...person(id, 'same'), likeness: null as never })))).toEqual([]);
});
