import { oc } from '@orpc/contract';
import { z } from 'zod';
import { longestCertificates, type NetworkInfo, networkModes, type WalkedStep } from '../network.ts';
import type { Failure } from '../outcome.ts';
import { givenSite, outcome, siteName } from './parts.ts';

export interface Walk {
	readonly steps: readonly WalkedStep[];
	/** Why it ended before its end; `null`: it did not. */
	readonly failure: Failure | null;
}

export const networkContract = {
	/** How this machine reaches the net. Nothing is asked. */
	get: oc.output(outcome<NetworkInfo>()),
	/** Counts from the next request on. What is left out of password and certificates stays; `null`: none. */
	set: oc
		.input(
			z.object({
				mode: z.enum(networkModes),
				proxy: z.string().trim().max(300).nullable().optional(),
				bypass: z.string().trim().max(2000),
				user: z.string().trim().max(254).nullable().optional(),
				password: z.string().min(1).max(1000).optional(),
				/** PEM, of any number. */
				certificates: z.string().max(longestCertificates).nullable().optional(),
				allowPrivateAddresses: z.boolean().optional(),
			}),
		)
		.output(outcome<NetworkInfo>()),
	/** Walks to a site step by step: reads only. */
	check: oc.input(z.union([z.object({ name: siteName }), z.object({ given: givenSite })])).output(outcome<Walk>()),
};
