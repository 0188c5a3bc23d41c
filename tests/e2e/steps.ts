import { fileURLToPath } from 'node:url';
import { isChange } from '../support/change-record.ts';
import { browse } from '../support/sign-in.ts';
import { expect, type Locator, type Page } from '@playwright/test';
import type { DemoSite } from '../../src/demo-site/demo-site.ts';
import { makeInviteListRows } from '../../src/demo-site/invite-list.ts';

export const demoList = fileURLToPath(new URL('../../resources/demo/invite-list.csv', import.meta.url));
export const demoName = 'Demo site';

export const goTo = async (
	page: Page,
	place: 'Sites' | 'Snapshots' | 'Lists & runs' | 'Import a list' | 'Audit log' | 'Network',
): Promise<void> => {
	const link = page.getByRole('navigation').getByRole('link', { name: place, exact: true });
	await link.click();
	// Until then the page before it is still there, with controls of the same names.
	await expect(link).toHaveAttribute('aria-current', 'page');
};

/** As by a link to another place of the app: the page stays. */
export const openPlace = (page: Page, hash: string): Promise<void> =>
	page.evaluate((to) => {
		location.hash = to;
	}, hash);

/** Where the window may not read the clipboard, a person still pastes. */
export const clipboardText = async (page: Page): Promise<string> => {
	const field = await page.evaluateHandle(() => {
		const before = document.activeElement;
		const made = document.createElement('textarea');
		document.body.append(made);
		made.focus();
		return { made, before };
	});
	await page.keyboard.press('ControlOrMeta+v');
	return field.evaluate(({ made, before }) => {
		made.remove();
		if (before instanceof HTMLElement) before.focus();
		return made.value;
	});
};

export interface SiteEntries {
	readonly url: string;
	readonly name: string;
	readonly email: string;
	readonly apiToken: string;
	readonly orgApiKey: string;
}

export const entriesOf = ({ url, email, apiToken, orgApiKey }: DemoSite): SiteEntries => ({
	url,
	name: demoName,
	email,
	apiToken,
	orgApiKey,
});

/** Fills in the form and sends it; what comes of it is the caller's to expect. */
export const enterSite = async (page: Page, { url, name, email, apiToken, orgApiKey }: SiteEntries): Promise<void> => {
	const form = page.getByRole('form', { name: 'Add a site' });
	if (!(await form.isVisible())) await page.getByRole('button', { name: 'Add a site' }).click();
	await form.getByLabel('Site address').fill(url);
	await form.getByLabel('Name', { exact: true }).fill(name);
	await form.getByLabel('Account email').fill(email);
	await form.getByLabel('API token').fill(apiToken);
	await form.getByLabel('Organisation API key').fill(orgApiKey);
	await form.getByRole('button', { name: 'Add site' }).click();
};

/** What the first check of a site that was just added found, on the site's page. */
export const addDemoSite = async (page: Page, demo: DemoSite) => {
	await goTo(page, 'Sites');
	await enterSite(page, entriesOf(demo));
	await expect(page.getByRole('heading', { name: demoName, level: 1 })).toBeVisible();
	const connection = page.getByRole('region', { name: 'Connection' });
	await expect(connection.getByText('Robin Admin')).toBeVisible();
	return connection;
};

/** In the open dialogue; the person agrees on the page that it leads to. */
export const agreeOnPage = async (page: Page): Promise<void> => {
	const dialog = page.getByRole('dialog', { name: /^Sign in to / });
	await dialog.getByRole('button', { name: 'Open Atlassian' }).click();
	// Folded where a browser was opened, which none of a test's is.
	const address = dialog.getByText(/^http:\S+\/authorize\?/);
	await browse((await address.textContent()) ?? '');
	await expect(dialog).toBeHidden();
};

export const openDemoList = async (page: Page): Promise<void> => {
	await goTo(page, 'Import a list');
	await page.locator('input[type=file]').setInputFiles(demoList);
	await expect(page.getByRole('heading', { name: 'invite-list.csv' })).toBeVisible();
};

/** The rows of the open list, before a run. */
export const listGrid = (page: Page): Locator => page.getByRole('grid', { name: 'Rows to import' });

const domains = (access: string, key: string): string =>
	(new RegExp(`${key}=([^,]*)`).exec(access)?.[1] ?? '').split(';').filter(Boolean).join('\n');

/** Declares customer access as the demo site's world has it. */
export const declareAccess = async (page: Page, { access }: DemoSite): Promise<void> => {
	for (const kind of ['Internal', 'External']) {
		const state = access.includes(`${kind.toLowerCase()}=on`) ? 'On' : 'Off';
		await page.getByRole('radiogroup', { name: kind }).getByText(state, { exact: true }).click();
	}
	const approved = domains(access, 'approved').replaceAll(':customer', '');
	await page.getByLabel('Approved domains').fill(approved);
	// Each of them with the Customer role, which is what lets people in.
	if (approved !== '') await page.getByLabel(/^All \d+ domains$/).selectOption('customer');
	await page.getByLabel('Allowed domains').fill(domains(access, 'allowed'));
};

export const chooseDesk = async (page: Page, { deskKey }: DemoSite): Promise<void> => {
	await expect(page.getByLabel('Service project')).toBeEnabled();
	await page.getByLabel('Service project').selectOption(deskKey);
};

export const expectState = async (page: Page, state: 'Planned' | 'Running' | 'Paused' | 'Stopped' | 'Finished'): Promise<void> => {
	await expect(page.locator('main header').getByText(state, { exact: true })).toBeVisible();
};

/** The main job up to the button that starts a run on the demo list. */
export const prepareDemoRun = async (page: Page, demo: DemoSite): Promise<void> => {
	await addDemoSite(page, demo);
	await openDemoList(page);
	await chooseDesk(page, demo);
	await declareAccess(page, demo);
};

export const startPreparedRun = async (page: Page): Promise<void> => {
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(page.getByRole('grid', { name: 'Rows of the list' })).toBeVisible();
};

/** The main job up to a running run on the demo list. */
export const startDemoRun = async (page: Page, demo: DemoSite): Promise<void> => {
	await prepareDemoRun(page, demo);
	await startPreparedRun(page);
};

/** Rows by cause that a right diagnosis of the demo list finds. */
export const expectedCounts = ({ world }: DemoSite): ReadonlyMap<string, number> => {
	const counts = new Map<string, number>();
	for (const { expected } of makeInviteListRows(world)) counts.set(expected.cause, (counts.get(expected.cause) ?? 0) + 1);
	return counts;
};

/** The first data row whose right cause is this one. */
export const rowWithCause = ({ world }: DemoSite, cause: string) => {
	const rows = makeInviteListRows(world).filter(({ expected }) => expected.cause === cause);
	const row = rows.find(({ expected }) => expected.certainty === 'proven') ?? rows[0];
	if (row === undefined) throw new Error(`the demo list has no row with ${cause}`);
	return row;
};

/** The first data row of this cause that answers alone do not prove. */
export const likelyRowWithCause = ({ world }: DemoSite, cause: string) => {
	const row = makeInviteListRows(world).find(({ expected }) => expected.cause === cause && expected.certainty === 'likely');
	if (row === undefined) throw new Error(`the demo list has no row where ${cause} is likely`);
	return row;
};

/** The run's page, finished, showing only rows of these causes. */
export const showCauses = async (page: Page, labels: readonly string[]): Promise<void> => {
	await expectState(page, 'Finished');
	const chips = page.getByRole('group', { name: 'Filter by cause' });
	for (const label of labels) await chips.getByRole('button', { name: new RegExp(`^${label}`) }).click();
	await expect(page.getByText(/^\d+ of 250 rows$/)).toBeVisible();
};

/** From the rows the run's page shows to a plan's page. `choose`: what is ticked beside the cautious choices. */
export const makePlan = async (page: Page, choose: readonly string[] = []): Promise<void> => {
	await page.getByRole('button', { name: 'Plan fixes…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Plan fixes' });
	for (const choice of choose) await dialog.getByLabel(choice).check();
	await dialog.getByRole('button', { name: 'Make the plan' }).click();
	await expect(page.getByRole('heading', { name: /^Plan for / })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Automatic' })).toBeVisible();
};

/** Says yes in the plain dialogue, once it lets itself be clicked. */
export const confirmStart = async (page: Page, button: string): Promise<void> => {
	await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
};

export const showPlanRows = async (page: Page): Promise<void> => {
	await page.getByText(/^Rows \([\d,]+\)$/).click();
	await expect(page.getByRole('grid', { name: 'Rows of the plan' }).getByRole('gridcell').first()).toBeVisible();
};

/** Requests that change a person or a desk; questions that are sent as POST are none. */
export const changesOf = ({ requests }: DemoSite): string[] =>
	requests()
		.filter(isChange)
		.map(({ method, path }) => `${method} ${path}`);
