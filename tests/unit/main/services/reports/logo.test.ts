import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLogo } from '#main/services/reports/logo.ts';
import { done, failed } from '#shared/outcome.ts';

const png = readFileSync('resources/icon.png');
const sized = (width: number, height: number): Buffer => {
	const copy = Buffer.from(png);
	copy.writeUInt32BE(width, 16);
	copy.writeUInt32BE(height, 20);
	return copy;
};
const svg = (text: string): Buffer => Buffer.from(text);

describe('a logo', () => {
	it('is a PNG, told by what is in it', () => expect(readLogo(png)).toEqual(done({ type: 'image/png', base64: png.toString('base64') })));

	it.each([
		'<svg xmlns="http://www.w3.org/2000/svg"/>',
		'\uFEFF<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">\n<svg>',
		'<svg><script>alert(1)</script></svg>',
	])('may be the SVG %j, which is only ever shown as an image', (text) =>
		expect(readLogo(svg(text))).toMatchObject({ ok: true, value: { type: 'image/svg+xml' } }),
	);

	it.each([
		['a page', svg('<html><svg></svg></html>')],
		['a GIF', svg('GIF89a')],
		['bytes that are no text', Buffer.from([0x3c, 0x73, 0x76, 0x67, 0xff, 0xfe])],
		['an SVG whose entities unfold without end', svg('<!DOCTYPE svg [<!ENTITY a "&b;&b;">]><svg>&a;</svg>')],
		['the start of a PNG', png.subarray(0, 20)],
		['nothing', Buffer.alloc(0)],
	])('is not %s', (_name, bytes) => expect(readLogo(bytes)).toEqual(failed('logo-unusable', { problem: 'no-picture' })));

	it.each([
		['comments and a letter', `${'<!---->'.repeat(20_000)}x`],
		['comments that hold comments', `${'<!--<!---->'.repeat(15_000)}x`],
		['a comment that never ends', `<!--${'-'.repeat(190_000)}`],
		['spaces', `${' \n'.repeat(90_000)}x`],
		['declarations', `${'<?xml?>'.repeat(20_000)}x`],
		['document types', `${'<!DOCTYPE >'.repeat(15_000)}x`],
	])('is looked at once where it consists of %s', (_what, text) =>
		expect(readLogo(svg(text))).toEqual(failed('logo-unusable', { problem: 'no-picture' })),
	);

	it('is small', () => expect(readLogo(Buffer.alloc(200 * 1024 + 1))).toEqual(failed('logo-unusable', { problem: 'too-large' })));

	it.each([
		[4097, 10],
		[10, 100_000],
		[0, 10],
	])('is no picture of %i by %i pixels', (width, height) =>
		expect(readLogo(sized(width, height))).toEqual(failed('logo-unusable', { problem: 'too-many-pixels' })),
	);
});
