import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { languages } from '../languages.ts';
import type { Plan } from '../plan.ts';
import type { Run } from '../run.ts';
import { outcome } from './parts.ts';

export interface AppInfo {
	readonly version: string;
	readonly host: 'electron' | 'browser' | 'cli';
	/** `session`: this machine has no keychain, tokens are kept until the app ends; `unlocking`: until it has been unlocked. */
	readonly secrets: 'keychain' | 'session' | 'unlocking';
	/** A run the window should open on, e.g. after the demo. */
	readonly openRun: string | null;
	/** `here`: this is the demo; `none`: this host has none. */
	readonly demo: 'offered' | 'here' | 'none';
}

/** A file that the system handed to the app. */
export interface HandedFile {
	readonly id: string;
	readonly name: string;
}

/** Runs and plans that are new or not what they were, newest first. */
export interface Activity {
	readonly runs: readonly Run[];
	readonly plans: readonly Plan[];
}

export const appContract = {
	info: oc.output(outcome<AppInfo>()),
	/** Every run and plan, then what is begun, goes on or ends: here, in another window, or on the command line. At most once a second. */
	watch: oc.output(eventIterator(z.custom<Activity>())),
	/** Opens an https page of Atlassian in the system's browser; any other address is refused. */
	openLink: oc.input(z.object({ url: z.url().max(2000) })).output(outcome<null>()),
	/** Files that the system hands to the app ("Open with", an argument), each told once; a browser's host has none. */
	handed: oc.output(eventIterator(z.custom<HandedFile>())),
	/** The bytes of one of them, once. */
	takeFile: oc.input(z.object({ id: z.string().max(20) })).output(outcome<z.infer<ReturnType<typeof z.file>>>()),
	/** Starts the demo beside the app, or finds it open: where in the window it is. Fails with `demo-open` where another app has it. */
	openDemo: oc.output(outcome<{ readonly place: string }>()),
	/** The language of the window, for what its host says around it: menus, dialogues, notifications. */
	speak: oc.input(z.object({ language: z.enum(languages) })).output(outcome<null>()),
};

/** e.g. `link.customer-access`, `message.body`. */
const settingKey = z.string().regex(/^[a-z][a-z0-9.-]{0,79}$/);

export const settingsContract = {
	/** What this machine's user corrected: link templates, message templates. */
	get: oc.input(z.object({ key: settingKey })).output(outcome<string | null>()),
	set: oc.input(z.object({ key: settingKey, value: z.string().max(20_000).nullable() })).output(outcome<null>()),
};
