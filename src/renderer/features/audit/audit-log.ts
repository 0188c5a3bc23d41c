import { create } from 'zustand';
import type { AuditCheck, AuditEntry } from '#shared/plan.ts';
import { ask } from '../../client.ts';
import { showFailure } from '../../ui/notices.ts';

export const entriesPerPage = 50;

interface AuditLog {
	/** Newest first; `null` until they have come once. */
	readonly entries: readonly AuditEntry[] | null;
	readonly total: number;
	/** How many newer entries were passed over. */
	readonly from: number;
	readonly check: AuditCheck | null;
	readonly asking: 'verify' | 'export' | null;
	load(from: number): Promise<void>;
	verify(): Promise<void>;
	/** The whole log as a file's name and text; `null` where it could not be had, and says why. */
	read(): Promise<{ readonly name: string; readonly text: string } | null>;
}

export const useAuditLog = create<AuditLog>()((set) => {
	let questions = 0;
	return {
		entries: null,
		total: 0,
		from: 0,
		check: null,
		asking: null,
		load: async (from) => {
			questions += 1;
			const mine = questions;
			const answer = await ask((client) => client.audit.entries({ from, count: entriesPerPage }));
			if (mine !== questions) return;
			if (answer.ok) set({ entries: answer.value.entries, total: answer.value.total, from });
			else showFailure(answer.failure);
		},
		verify: async () => {
			set({ asking: 'verify', check: null });
			const answer = await ask((client) => client.audit.verify());
			set({ asking: null, ...(answer.ok ? { check: answer.value } : {}) });
			if (!answer.ok) showFailure(answer.failure);
		},
		read: async () => {
			set({ asking: 'export' });
			const answer = await ask((client) => client.audit.export());
			set({ asking: null });
			if (answer.ok) return answer.value;
			showFailure(answer.failure);
			return null;
		},
	};
});
