import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { DemoSite, DemoSiteOptions } from '#demo-site/demo-site.ts';
import { makeInviteList } from '#demo-site/invite-list.ts';
import type { World } from '#demo-site/world/world.ts';
import { type CommandEnd, type CommandOptions, runCommand } from './command-line.ts';
import { makeTempDir, startDemo } from './demo-app.ts';
import { startTamperingProxy, type Tamper } from './tampering-proxy.ts';

export interface RemediatedRow {
	readonly row: number;
	readonly email: string;
	readonly remedy: string;
	readonly steps: readonly string[];
	readonly guided: boolean;
	readonly destructive: boolean;
	readonly before: string;
	readonly outcome: string;
	readonly cause: string;
	readonly stranded?: boolean;
	readonly said?: string;
	readonly billable?: readonly string[];
}

export interface PlanFile {
	readonly plan: { readonly id: string; readonly run: string; readonly confirm: string | null; readonly state: string };
	readonly rows: readonly RemediatedRow[];
}

/** A planned remediation on a demo site, by the command line, behind a proxy that the test may make trouble with. */
export interface Setting {
	readonly demo: DemoSite;
	readonly dir: string;
	readonly dataDir: string;
	readonly env: Readonly<Record<string, string>>;
	readonly plan: PlanFile;
	/** Arguments that carry the plan out, confirmation included. */
	readonly remediate: readonly string[];
	readonly run: (args: readonly string[], options?: CommandOptions) => Promise<CommandEnd>;
	/** What the last `remediate` wrote. */
	readonly result: () => PlanFile;
}

export interface SettingOptions {
	readonly tamper?: Tamper;
	readonly site?: DemoSiteOptions;
	readonly planArgs?: readonly string[];
	readonly csv?: (world: World) => string;
	/** Between the diagnosis and the plan's first change. */
	readonly beforePlan?: (demo: DemoSite) => void;
}

const readJson = (file: string): PlanFile => JSON.parse(readFileSync(file, 'utf8')) as PlanFile;

export const planOnDemo = async (options: SettingOptions = {}): Promise<Setting> => {
	const demo = await startDemo(options.site);
	const url = await startTamperingProxy(demo.url, options.tamper ?? {});
	const dir = await makeTempDir();
	const dataDir = join(dir, 'data');
	const env = {
		HOME: dir,
		INVITE_DOCTOR_DATA_DIR: dataDir,
		INVITE_DOCTOR_EMAIL: demo.email,
		INVITE_DOCTOR_API_TOKEN: demo.apiToken,
		INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey,
	};
	const file = (name: string): string => join(dir, name);
	writeFileSync(file('list.csv'), (options.csv ?? makeInviteList)(demo.world));
	const run = (args: readonly string[], more: CommandOptions = {}): Promise<CommandEnd> =>
		runCommand([...args, '--allow-loopback'], { ...more, env: { ...env, ...more.env } });
	const diagnose = ['diagnose', '--list', file('list.csv'), '--json', file('report.json')];
	const diagnosed = await run([...diagnose, '--site-url', url, '--desk', demo.deskKey, '--access', demo.access]);
	expect(diagnosed).toMatchObject({ code: 1 });
	const { run: diagnosis } = JSON.parse(readFileSync(file('report.json'), 'utf8')) as { run: { id: string } };
	options.beforePlan?.(demo);
	const planned = await run(['plan', '--run', diagnosis.id, '--json', file('plan.json'), ...(options.planArgs ?? [])]);
	expect(planned).toMatchObject({ code: 0, stderr: '' });
	const plan = readJson(file('plan.json'));
	const confirm = plan.plan.confirm === null ? [] : ['--confirm', plan.plan.confirm];
	return {
		demo,
		dir,
		dataDir,
		env,
		plan,
		run,
		remediate: ['remediate', '--plan', plan.plan.id, '--yes', ...confirm, '--json', file('result.json'), '--overwrite'],
		result: () => readJson(file('result.json')),
	};
};

/** Whether the site itself lets this person be a customer of the desk now. */
export const isCustomer = ({ world }: DemoSite, email: string): boolean => {
	const desk = world.desks.find(({ key }) => key === world.deskKey);
	const ids = [world.usersByEmail.get(email)?.accountId, world.customersByEmail.get(email)?.accountId];
	return ids.some((id) => id !== undefined && desk?.members.has(id) === true);
};
