import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportDelivery } from '#main/services/reports/delivery.ts';
import type { Asked } from '#shared/contract.ts';
import { done, failed } from '#shared/outcome.ts';
import type { ReportTold } from '#shared/reports.ts';
import { makeTempDir, need } from '../../../../support/demo-app.ts';
import { actor, at, newPlan, planRow } from '../../storage/plans/plan-samples.ts';
import { codeOf } from '../../storage/samples.ts';
import { type ReportedPerson, reportedRun } from '../../../../support/reported-run.ts';

const people: readonly ReportedPerson[] = [{ cells: ['Ann', 'ann@brightwater.example', '', ''], cause: 'access-revoked' }];
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
const wanted: Asked['reports']['make'] = {
	runId: 'run-1',
	format: 'html',
	client: 'Halden Group',
	logo: svg,
	personal: true,
	maskDomains: false,
	maskOrganisations: true,
	language: 'en',
};

/** A host that puts files into a folder, and remembers what it was asked for. */
const folderDelivery = (isCancelled = false) => {
	const asked: string[] = [];
	const written: string[] = [];
	const delivery: ReportDelivery = {
		formats: ['html', 'xlsx', 'csv', 'json', 'pdf'],
		deliver: async (name, format, write) => {
			asked.push(`${format} ${name}`);
			if (isCancelled) return done({ kind: 'cancelled' });
			const path = join(dir.path, name);
			written.push(path);
			const outcome = await write(path);
			return outcome.ok ? done({ kind: 'saved', name }) : outcome;
		},
	};
	const dir = { path: '' };
	return { delivery, asked, written, dir };
};

const setUp = async (isCancelled = false, listName = 'people.csv') => {
	const host = folderDelivery(isCancelled);
	const run = await reportedRun({ people, delivery: host.delivery, listName });
	host.dir.path = run.dir;
	return { ...run, ...host };
};

describe('making a report', () => {
	it('writes it where the host says, with the client on top and the logo as an image', async () => {
		const { service, written } = await setUp();
		expect(await service.make(wanted)).toEqual(done({ kind: 'saved', name: 'people-report.html' }));
		const page = await readFile(written[0] ?? '', 'utf8');
		expect(page).toContain(`<img src="data:image/svg+xml;base64,${svg}" alt="Logo of Halden Group"><bdi>Halden Group</bdi>`);
	});

	it('writes it in the language that was asked for', async () => {
		const { service, written } = await setUp();
		await service.make({ ...wanted, language: 'de' });
		const page = await readFile(written[0] ?? '', 'utf8');
		expect(page).toContain('<html lang="de">');
		expect(page).toContain('Die einzige Zeile der Liste wurde geprüft.');
		expect(page).toContain('Zugriff gesperrt');
		expect(page).toContain('Logo von Halden Group');
		expect(page).not.toMatch(/How we know|Access suspended|The only row/);
	});

	it('hands the host a page for a PDF', async () => {
		const { service, asked, written } = await setUp();
		expect(await service.make({ ...wanted, format: 'pdf' })).toEqual(done({ kind: 'saved', name: 'people-report.pdf' }));
		expect(asked).toEqual(['pdf people-report.pdf']);
		expect(await readFile(written[0] ?? '', 'utf8')).toMatch(/^<!doctype html>/);
	});

	it.each([
		['../../etc/passwd', 'etc-passwd-report.html'],
		['a/b\\c:d*?"<>|.csv', 'a-b-c-d-report.html'],
		['Kundenliste für März.xlsx', 'Kundenliste für März-report.html'],
		['...', 'list-report.html'],
		['\u202Etxt.exe', 'txt-report.html'],
	])('calls the file of %j %s', async (listName, name) => {
		expect(await (await setUp(false, listName)).service.make(wanted)).toEqual(done({ kind: 'saved', name }));
	});

	it('calls a report without personal data after the site', async () => {
		const { service } = await setUp(false, 'Ann Lee.csv');
		expect(await service.make({ ...wanted, personal: false })).toEqual(done({ kind: 'saved', name: 'halden.atlassian-report.html' }));
	});

	it('refuses what the host cannot make, a run that is not there, and a logo that is none', async () => {
		const { service, asked } = await setUp();
		expect(codeOf(await service.make({ ...wanted, format: 'print' }))).toBe('wrong-use');
		expect(codeOf(await service.make({ ...wanted, runId: 'other' }))).toBe('run-not-found');
		expect(await service.make({ ...wanted, logo: Buffer.from('GIF89a').toString('base64') })).toEqual(
			failed('logo-unusable', { problem: 'no-picture' }),
		);
		expect(asked).toEqual([]);
	});
});

describe('what was used last', () => {
	it('is offered for the next report on the same site', async () => {
		const { service, runId } = await setUp();
		expect(service.offer(runId)).toMatchObject({ value: { choices: { client: '', logo: null, personal: true } } });
		await service.make({ ...wanted, personal: false, maskDomains: true });
		expect(service.offer(runId)).toEqual(
			done({
				formats: ['html', 'xlsx', 'csv', 'json', 'pdf'],
				choices: {
					client: 'Halden Group',
					logo: { type: 'image/svg+xml', base64: svg },
					personal: false,
					maskDomains: true,
					maskOrganisations: true,
					language: 'en',
				},
			}),
		);
	});

	it('stays what it was where no report was made', async () => {
		const { service, runId } = await setUp(true);
		expect(await service.make(wanted)).toEqual(done({ kind: 'cancelled' }));
		expect(service.offer(runId)).toMatchObject({ value: { choices: { client: '' } } });
	});

	it.each([
		'not JSON',
		'{}',
		'{"client":7}',
		JSON.stringify({ client: 'x', logo: 'bm9uZQ==', personal: true, maskDomains: false, maskOrganisations: false }),
	])('is looked at anew: %s', async (value) => {
		const { service, runId, settings } = await setUp();
		settings.set('report.halden.atlassian.net', value);
		expect(service.offer(runId)).toMatchObject({ ok: true, value: { choices: { logo: null } } });
	});
});

describe('telling how far a report is', () => {
	const many = Array.from({ length: 500 }, (_, index): ReportedPerson => {
		const email = `person${index}@brightwater.example`;
		return { cells: [`Person ${index}`, email, '', ''], cause: 'access-revoked' };
	});

	it.each(['html', 'xlsx', 'csv', 'json'] as const)('grows up to the whole of a report as %s', async (format) => {
		const { service } = await reportedRun({ people: many });
		const parts: number[] = [];
		const path = join(await makeTempDir(), `report.${format}`);
		await service.make({ ...wanted, format }, { path, onPart: (part) => parts.push(part) });
		expect(parts).toEqual(parts.toSorted((a, b) => a - b));
		expect(parts.at(-1)).toBe(1);
		// No walk ends all of it early: the last row of all is what makes it whole.
		expect(parts.filter((part) => part === 1)).toHaveLength(1);
	});

	it('ends with what became of it', async () => {
		const { service } = await setUp();
		const told: ReportTold[] = [];
		for await (const one of service.tell(wanted)) told.push(one);
		expect(told.at(-1)).toEqual({ kind: 'ended', outcome: done({ kind: 'saved', name: 'people-report.html' }) });
	});

	it('leaves nothing of a report that somebody stopped', async () => {
		const { service } = await reportedRun({ people: many });
		const stopped = new AbortController();
		const folder = await makeTempDir();
		const making = service.make(
			{ ...wanted, format: 'csv' },
			{ path: join(folder, 'report.csv'), signal: stopped.signal, onPart: (part) => part > 0.9 && stopped.abort() },
		);
		await expect(making).rejects.toMatchObject({ name: 'AbortError' });
		expect(readdirSync(folder)).toEqual([]);
	});
});

it('tells in table and data why a manual task cannot be done, and not who it is about where people are numbered', async () => {
	const inactive = { cells: ['Ann', 'ann@brightwater.example', '', ''], cause: 'portal-account-inactive' } as const;
	const { bytes, plans } = await reportedRun({ people: [inactive] });
	const remedy = { remedy: 'reactivate-portal-account', guided: true, before: { cause: inactive.cause, certainty: 'proven' } } as const;
	need(plans.create(newPlan(), [planRow(0, remedy)], actor));
	need(plans.note('plan-1', [0], { kind: 'cannot', reason: 'Ann left', user: 'ben', at: at(1) }));
	expect(String(await bytes('csv'))).toMatch(/Cannot be done because\r\n.*,Ann left/);
	expect(String(await bytes('json'))).toContain('"cannotBeDone":"Ann left"');
	expect(String(await bytes('csv', { masking: { domains: false, organisations: false } }))).not.toContain('Ann left');
});
