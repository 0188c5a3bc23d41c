import type { Clock, Random } from '#core/ports.ts';
import { type Call, nameOf } from './calls.ts';
import { limitOf } from './limits.ts';
import { RateGate } from './rate-gate.ts';

/** One gate per origin, endpoint and method. Shared by all runs of a process, because the site counts them together. */
export interface RateGates {
	of(origin: string, call: Call): RateGate;
}

export const makeRateGates = (clock: Clock, random: Random): RateGates => {
	const gates = new Map<string, RateGate>();
	return {
		of: (origin, call) => {
			const name = `${origin} ${nameOf(call)}`;
			const gate = gates.get(name) ?? new RateGate(limitOf(call), clock, random);
			gates.set(name, gate);
			return gate;
		},
	};
};
