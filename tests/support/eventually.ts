import { vi } from 'vitest';

/** Waits until the check holds, however long the machine takes for it; short of the limit for what never ends. */
export const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 300_000, interval: 10 });
