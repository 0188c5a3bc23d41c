import { mkdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import { serveFakeBackend } from './serve.ts';

/** Looks at every view: `node tests/support/fake-backend/shots.ts <bundle> <folder>`. For developers; the guide's pictures come from the real app. */
const [bundle = 'out/renderer', folder = '/tmp/shots'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const full = await serveFakeBackend(bundle, 'full');
const empty = await serveFakeBackend(bundle, 'empty');
const browser = await chromium.launch({
	executablePath: '/usr/bin/chromium',
	args: [
		'--headless',
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
	],
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const look = async (page: Page, name: string): Promise<void> => {
	await page.waitForTimeout(350);
	await page.screenshot({ path: `${folder}/${name}.png` });
	const { violations } = await new AxeBuilder({ page }).analyze();
	const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
	say(`${name}: ${nodes} nodes, axe ${violations.length}`);
	for (const { id, nodes: found } of violations)
		say(
			`   ${id}: ${found
				.slice(0, 3)
				.map(({ html, any }) => `${html.slice(0, 160)} | ${any[0]?.message ?? ''}`)
				.join('\n      ')}`,
		);
};

for (const scheme of ['light', 'dark'] as const) {
	for (const size of [
		{ width: 1280, height: 800 },
		{ width: 1920, height: 1080 },
		{ width: 640, height: 400 },
	]) {
		const context = await browser.newContext({ viewport: size, colorScheme: scheme });
		const page = await context.newPage();
		page.on('console', (message) => {
			if (message.type() === 'error' || message.type() === 'warning') say(`   console: ${message.text()}`);
		});
		page.on('pageerror', (error) => say(`   page error: ${error.message}`));
		const tag = `${size.width}-${scheme}`;
		const visit = (url: string) => page.goto('about:blank').then(() => page.goto(url));
		await visit(full.url);
		await page.getByRole('gridcell').first().waitFor();
		await look(page, `run-${tag}`);
		await page.getByRole('grid').focus();
		for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.getByText('How we know').waitFor();
		await page.locator('summary').first().click();
		await look(page, `detail-${tag}`);
		await visit(`${full.url}#/runs/large`);
		await page.getByRole('gridcell').first().waitFor();
		await page.getByRole('grid').focus();
		await page.keyboard.press('End');
		await look(page, `large-${tag}`);
		await visit(`${full.url}#/runs/stopped`);
		await page.getByRole('gridcell').first().waitFor();
		await look(page, `stopped-${tag}`);
		await visit(`${full.url}#/runs/running`);
		await page.getByRole('gridcell').first().waitFor();
		await look(page, `running-${tag}`);
		await visit(`${full.url}#/runs`);
		await look(page, `runs-${tag}`);
		await visit(`${full.url}#/sites`);
		await page.getByRole('button', { name: 'Check acme' }).click();
		await page.getByRole('button', { name: 'Check globex' }).click();
		await page.waitForTimeout(600);
		await look(page, `sites-${tag}`);
		await page.getByRole('button', { name: 'Remove acme' }).click();
		await look(page, `remove-${tag}`);
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Add a site' }).click();
		await page.getByRole('button', { name: 'Add site' }).click();
		await look(page, `add-site-${tag}`);
		await visit(`${full.url}#/import`);
		await look(page, `import-${tag}`);
		await page.getByLabel('Or paste').fill('no addresses here');
		await page.getByRole('button', { name: 'Open pasted rows' }).click();
		await look(page, `import-failed-${tag}`);
		await page.getByLabel('Or paste').fill('a@b.example');
		await page.getByRole('button', { name: 'Open pasted rows' }).click();
		await page.getByLabel('Site').selectOption('acme');
		await page.waitForTimeout(500);
		await look(page, `preview-${tag}`);
		await visit(`${empty.url}#/runs`);
		await look(page, `empty-runs-${tag}`);
		await visit(`${empty.url}#/sites`);
		await look(page, `empty-sites-${tag}`);
		await context.close();
	}
}

const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(`${full.url}#/runs/large`);
await page.getByRole('gridcell').first().waitFor();
await page.waitForTimeout(300);
full.dropConnections();
const frames = await page.evaluate(async () => {
	const grid = document.querySelector('[role=grid]') as HTMLElement;
	const times: number[] = [];
	let last = performance.now();
	let most = 0;
	for (let frame = 0; frame < 200; frame += 1) {
		await new Promise((resolve) => requestAnimationFrame(resolve));
		const now = performance.now();
		times.push(now - last);
		last = now;
		grid.scrollTop = (grid.scrollTop + 15_000) % (grid.scrollHeight - 800);
		most = Math.max(most, document.querySelectorAll('*').length);
	}
	times.sort((a, b) => a - b);
	return { p50: times[100], p99: times[198], most };
});
say(`scrolling 100,000 rows: ${JSON.stringify(frames)}`);
await page.waitForTimeout(1500);
await page.screenshot({ path: `${folder}/after-scroll.png` });
await full.close();
await page.waitForTimeout(900);
await page.screenshot({ path: `${folder}/lost.png` });
await browser.close();
await empty.close();
