import { expect, it } from 'vitest';
import { hashOfAddress, PlainAddress } from '#core/lists/plain-address.ts';
import { StringIds } from '#core/lists/string-ids.ts';

it('numbers texts in the order they came, also where thousands have one hash', () => {
	const ids = new StringIds();
	const texts = Array.from({ length: 5000 }, (_, index) => `ann.${index}@x.com`);
	for (const hash of [() => 7, hashOfAddress]) {
		const fresh = new StringIds();
		expect(texts.map((text) => fresh.of(text, hash(text)))).toEqual(texts.map((_, index) => index));
		expect(texts.map((text) => fresh.find(text, hash(text)))).toEqual(texts.map((_, index) => index));
		const elsewhere = StringIds.unpack(structuredClone(fresh.pack()));
		expect(texts.map((text) => elsewhere.find(text, hash(text)))).toEqual(texts.map((_, index) => index));
		expect(elsewhere.of('new@x.com', hash('new@x.com'))).toBe(texts.length);
	}
	expect(ids.find('ann@x.com', 7)).toBe(-1);
});

it('hashes an address as it is found and as it is read alike', () => {
	const plain = new PlainAddress();
	const text = ' Ann.Lee@X.com ';
	plain.look(
		Uint16Array.from(text, (letter) => letter.charCodeAt(0)),
		0,
		text.length,
	);
	expect(plain.hash).toBe(hashOfAddress('ann.lee@x.com'));
});
