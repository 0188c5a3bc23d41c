import type { Clock } from '#core/ports.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { isDeadHolder } from '../lease-holder.ts';
import { attempt } from '../storage/store-failure.ts';

/** A process that stops renewing for this long is taken for dead, and its work can be taken over. */
export const leaseMs = 15_000;
const renewMs = 5_000;

/** The right to work on one thing: a run, or the changes of one site. */
export interface Lease {
	take(holder: string, nowMs: number, ttlMs: number): Outcome<null>;
	/** False when the lease was lost. */
	renew(holder: string, nowMs: number, ttlMs: number): boolean;
	release(holder: string): void;
}

/** A killed process leaves its lease behind: it is taken over as soon as that process is known to be gone. */
export const takeLease = (lease: Lease, holder: string, clock: Clock): Outcome<null> => {
	const taken = lease.take(holder, clock.now(), leaseMs);
	const other = taken.ok ? null : String(taken.failure.details['holder'] ?? '');
	if (other === null || !isDeadHolder(other)) return taken;
	lease.release(other);
	return lease.take(holder, clock.now(), leaseMs);
};

/** Renews until `over`. Two processes must not do the same work: `onLost` is called where the lease went to another. */
export const keepLease = async (lease: Lease, holder: string, clock: Clock, over: AbortSignal, onLost: () => void): Promise<void> => {
	while (!over.aborted) {
		await clock.sleep(renewMs, over).catch(() => undefined);
		if (over.aborted) return;
		// A beat that cannot be written (a full disk) is no lost lease: the next write of the work will say so.
		const beat = attempt(() => done(lease.renew(holder, clock.now(), leaseMs)));
		if (beat.ok && !beat.value) onLost();
	}
};
