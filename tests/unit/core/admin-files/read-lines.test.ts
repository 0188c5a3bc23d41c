import { describe, expect, it } from 'vitest';
import { htmlRows } from '#core/admin-files/html-rows.ts';
import { need } from '../../../support/demo-app.ts';
import { fileOfText, openText, peopleIn } from '../../../support/admin-files.ts';

const stamp = { takenAt: '2026-11-20T00:00:00.000Z', coverage: 'all' } as const;
const both = { 'ann@x.example': { status: 'active' }, 'ben@x.example': { status: 'inactive' } };

describe('a table that was copied from the Portal-only customers page', () => {
	it.each([
		['a cell a line', 'Name\nEmail\nStatus\nAnn Lee\nann@x.example\nActive\n…\nBen\nben@x.example\nInactive\n…\nShowing 1–2 of 2\n1'],
		[
			'name and address in one cell',
			'User\tLast active\tStatus\tActions\nAnn Lee\nann@x.example\tNov 3, 2026\tActive\t\nBen\nben@x.example\tNever\tInactive\t\n',
		],
		['name and address on one line', 'Ann Lee ann@x.example\nActive\nBen Inactive\nben@x.example\nInactive\nShowing 1-2 of 2'],
		['the status first', 'Portal-only customers\nActive\nAnn\nann@x.example\nInactive\nBen\nben@x.example\nShowing 1 – 2 of 2'],
		['German', 'Kunden\nann@x.example\nAktiv\nWeitere Aktionen\nben@x.example\nInaktiv\nWeitere Aktionen\n1-2 von 2'],
	])('is read as %s', async (_how, text) => {
		expect(peopleIn(await fileOfText(text, { kind: 'portal' }))).toEqual(both);
	});

	it('is recognised by its menus and by what it shows', async () => {
		expect(
			need(await openText('Ann\nann@x.example\nActive\nRevoke access\nBen\nben@x.example\nInactive\nGrant access\n')).preview,
		).toMatchObject({
			kind: 'portal',
			layout: 'lines',
			missing: [],
		});
	});

	it('is not complete where it says itself that it shows some of more', async () => {
		const opened = need(await openText('Ann\nann@x.example\nActive\nShowing 1–1 of 380\n'));
		expect(opened.preview.notices).toEqual([{ code: 'shows-part', details: { shown: 1, total: 380 } }]);
		expect(opened.file(stamp)).toMatchObject({
			failure: { code: 'export-unusable', details: { fault: 'not-whole', shown: 1, total: 380 } },
		});
		expect(opened.file({ ...stamp, coverage: 'unknown' }).ok).toBe(true);
	});

	it('asks what a status means that nobody knows', async () => {
		const text = 'Ann\nann@x.example\nStillgelegt\nBen\nben@x.example\nStillgelegt\nCid\ncid@x.example\nActive\nShowing 1–3 of 3\n';
		const failure = need(await openText(text)).file(stamp);
		expect(failure).toMatchObject({ failure: { code: 'export-values-unmapped', details: { values: ['Stillgelegt'], line: 3 } } });
		const file = need(need(await openText(text, { meanings: { status: { Stillgelegt: 'inactive' } } })).file(stamp));
		expect(peopleIn(file)['ben@x.example']).toEqual({ status: 'inactive' });
	});

	it('is refused where somebody has no status beside them', async () => {
		const opened = need(await openText('ann@x.example\nActive\nben@x.example\nShowing 1–2 of 2\n'));
		expect(opened.file(stamp)).toMatchObject({ failure: { code: 'export-unusable', details: { fault: 'no-status-beside', line: 3 } } });
	});

	it('may mark only who is inactive, where somebody says so', async () => {
		const text = 'Ann\nann@x.example\n…\nBen\nben@x.example\nInactive\n…\n';
		expect(peopleIn(await fileOfText(text, { kind: 'portal', meanings: { status: { '': 'active' } } }))).toEqual(both);
		const table = 'Name,Email,Status\nAnn,ann@x.example,\nBen,ben@x.example,Inactive\n';
		expect(peopleIn(await fileOfText(table, { kind: 'portal', meanings: { status: { '': 'active' } } }))).toEqual(both);
		expect(peopleIn(await fileOfText(table, { kind: 'portal' }))['ann@x.example']).toEqual({});
	});

	it('is no table of another kind, whatever it is called', async () => {
		const opened = need(await openText('ann@x.example\nActive\nben@x.example\nInactive\n', { kind: 'users' }));
		expect(opened.file(stamp)).toMatchObject({ failure: { code: 'export-unusable', details: { fault: 'no-header' } } });
	});
});

/** In slices of so many characters. */
const rowsOf = (html: string, size = 65_536) => {
	const slices = Iterator.from({
		*[Symbol.iterator]() {
			for (let at = 0; at < html.length; at += size) yield html.slice(at, at + size);
		},
	});
	const steps = htmlRows(slices);
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
};

describe('a saved page', () => {
	it('is the same however it is cut into slices', () => {
		const page = `<!doctype html><html>\n<head><title>a</title><script>if (1 < 2) '<tr><td>x'</script></head>\n<body class="a>b">
<p>Showing 1&ndash;2 of 2</p>\n<table title='<tr>'>\n<tr>\n<th>Full&nbsp;name<svg/></th><th>E-mail</th></tr><!-- <tr><td>old</td></tr> -->
<TR><TD>Ann &amp; Co</TD><td><a href="mailto:x">ann&#x40;x.example</a><script/>no</script></td></TR>\n\n<tr><td>1 < 2<br>Ben</td><td>ben@x.example</table></body>`;
		const rows = rowsOf(page);
		expect(rows).toEqual([
			{ row: 4, cells: ['Showing 1–2 of 2'] },
			{ row: 6, cells: ['Full name', 'E-mail'] },
			{ row: 8, cells: ['Ann & Co', 'ann@x.example'] },
			{ row: 10, cells: ['1 2\nBen', 'ben@x.example'] },
		]);
		for (const size of [1, 2, 3, 5, 7, 11, 64]) expect(rowsOf(page, size), `${size} characters at a time`).toEqual(rows);
	});

	it('is not lost behind a picture without content, nor a script in capitals', async () => {
		const page =
			'<HTML><TABLE><TR><TH>Name<svg/></TH><TH>Email</TH><TH>Status</TH><TH>Actions</TH></TR><SCRIPT>1 < 2</SCRIPT><TR><TD>Ann</TD><TD>ann@x.example</TD><TD>Active<svg class="x"/></TD></TR>\n<TR><TD>Ben</TD><TD>ben@x.example</TD><TD><svg></svg>Inactive</TD></TR></TABLE></HTML>';
		expect(peopleIn(await fileOfText(page))).toEqual({ 'ann@x.example': { status: 'active' }, 'ben@x.example': { status: 'inactive' } });
	});

	it('is taken a slice at a time, and others get their turn in between', () => {
		let taken = 0;
		const slices = {
			*[Symbol.iterator]() {
				for (; taken < 100; taken += 1) yield `<p>${'a'.repeat(1000)}</p>`;
			},
		};
		const steps = htmlRows(slices);
		for (let step = 0; step < 10; step += 1) expect([steps.next().done, taken]).toEqual([false, step]);
	});

	// So long that it would not end if anything of it were looked at again and again.
	it('comes to an end however long and odd it is, and keeps no more rows than it takes to refuse it', () => {
		expect(rowsOf(`<html>${'<'.repeat(2_000_000)}`)).toEqual([]);
		expect(rowsOf(`<html><table>${'<tr><td>'.repeat(300_000)}`)).toEqual([]);
		expect(rowsOf(`<html>${'<p>a'.repeat(1_200_000)}`)).toHaveLength(1_000_002);
		expect(rowsOf(`<html>${'<div>'.repeat(1_000_000)}${'</b>'.repeat(1_000_000)}`)).toEqual([]);
		expect(rowsOf(`<html><body>&#${'0'.repeat(3_000_000)}65; <p ${'a '.repeat(1_000_000)}>b</p>`)).toHaveLength(2);
		expect(rowsOf(`<html><!--${'-'.repeat(3_000_000)}`)).toEqual([]);
	});

	it('may be all on one line of its file', async () => {
		const page =
			'<html><body><table><tr><th>Name</th><th>Email</th><th>Status</th><th>Actions</th></tr><tr><td>Ann</td><td>ann@x.example</td><td>Active</td><td>…</td></tr><tr><td>Ben</td><td>ben@x.example</td><td>Inactive</td><td>…</td></tr></table></body></html>';
		expect(peopleIn(await fileOfText(page))).toEqual({ 'ann@x.example': { status: 'active' }, 'ben@x.example': { status: 'inactive' } });
	});

	it('is read by its table, with entities and menus, and runs nothing', async () => {
		const page = `<!doctype html><html><head><script>document.write('<tr><td>x@y.example</td></tr>')</script></head>
<body><!-- <tr><td>old@x.example</td></tr> --><p>Showing 1–2 of 2</p><table>
<tr><th>Full&nbsp;name</th><th>E-mail</th><th>Status</th></tr>
<tr><td>Ann &amp; Co</td><td><a href="mailto:ann@x.example">ann&#x40;x.example</a></td><td>Active</td></tr>
<tr><td>Ben</td><td>ben@x.example</td><td>Inactive</td><td><button>Grant access</button></td></tr></table></body></html>`;
		const file = await fileOfText(page, { kind: 'portal' });
		expect(peopleIn(file)).toEqual(both);
		expect(file.people.get('ben@x.example')?.line).toBe(5);
	});

	it('is read as lines where its table is none', async () => {
		const page =
			'<html><body><div>Ann</div><div>ann@x.example</div><div>Active</div><div>Ben</div><div>ben@x.example</div><div>Inactive</div></body></html>';
		expect(peopleIn(await fileOfText(page, { kind: 'portal' }))).toEqual(both);
	});
});
