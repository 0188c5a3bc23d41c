import { oc } from '@orpc/contract';
import { z } from 'zod';
import { outcome } from './parts.ts';

/** e.g. `link.customer-access`, `message.body`. */
const settingKey = z.string().regex(/^[a-z][a-z0-9.-]{0,79}$/);

export const settingsContract = {
	/** What this machine's user corrected: link templates, message templates. */
	get: oc.input(z.object({ key: settingKey })).output(outcome<string | null>()),
	set: oc.input(z.object({ key: settingKey, value: z.string().max(20_000).nullable() })).output(outcome<null>()),
};
