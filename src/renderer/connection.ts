import { create } from 'zustand';

interface Connection {
	readonly state: 'connecting' | 'open' | 'lost';
	/** Counts the connections made: what is shown is loaded again when it rises. */
	readonly epoch: number;
	readonly failedAttempts: number;
	opened(): void;
	lost(): void;
	failed(attempts: number): void;
}

export const useConnection = create<Connection>()((set) => ({
	state: 'connecting',
	epoch: 0,
	failedAttempts: 0,
	opened: () => set((now) => ({ state: 'open', epoch: now.epoch + 1, failedAttempts: 0 })),
	lost: () => set({ state: 'lost', failedAttempts: 0 }),
	failed: (attempts) => set({ state: 'lost', failedAttempts: attempts }),
}));
