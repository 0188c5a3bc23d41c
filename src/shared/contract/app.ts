import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import type { Plan } from '../plan.ts';
import type { Run } from '../run.ts';
import { outcome } from './parts.ts';

export interface AppInfo {
	readonly version: string;
	readonly host: 'electron' | 'browser' | 'cli';
	/** `session`: this machine has no keychain, tokens are kept until the app ends. */
	readonly secrets: 'keychain' | 'session';
	/** A run the window should open on, e.g. after the demo. */
	readonly openRun: string | null;
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
	/** How far what goes on has come, for the taskbar or the dock: a share of 1; `null`: nothing goes on. A browser has neither. */
	showProgress: oc.input(z.object({ share: z.number().min(0).max(1).nullable() })).output(outcome<null>()),
	/** Says something in the system's own way while the window is out of sight; false where the host has none. */
	notify: oc
		.input(z.object({ title: z.string().trim().min(1).max(300), body: z.string().trim().max(1000) }))
		.output(outcome<{ readonly isSaid: boolean }>()),
};
