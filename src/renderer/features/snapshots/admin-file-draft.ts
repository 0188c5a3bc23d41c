import { create } from 'zustand';
import type { Coverage, AdminFilePreview, UnmappedValue } from '#shared/admin-files.ts';
import { failed, type Outcome } from '#shared/outcome.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { type Api, api, ask, queries } from '../../api.ts';
import { adminFileWords, type WindowFailure } from '../../messages.ts';
import { siteUrl } from '../../sites.ts';
import { parseDomains } from '../access/access-fields.ts';
import { dayOf, type AdminFileChoice, withAsked } from './admin-file-choice.ts';
import { allSnapshots, snapshotLists } from './snapshots.ts';
import { readFile } from '../../ui/files.ts';

export type AdminFileTarget = { readonly snapshotId: string } | { readonly siteUrl: string };

/** A file of an admin's on its way into a snapshot. It outlives the page, so that a look elsewhere loses nothing. */
interface AdminFileDraft {
	readonly stage: 'choosing' | 'opening' | 'ready' | 'adding' | 'added';
	readonly adminFileId: string | null;
	readonly preview: AdminFilePreview | null;
	readonly choice: AdminFileChoice;
	/** Values that nobody had said the meaning of, answered or not. */
	readonly asked: readonly UnmappedValue[];
	/** The day it was made; what it was proposed by. */
	readonly day: string;
	readonly dayBy: 'name' | 'file' | null;
	readonly coverage: Coverage;
	readonly target: AdminFileTarget;
	/** Verified domains, as typed. */
	readonly domains: string;
	readonly failure: WindowFailure | null;
	readonly result: SnapshotInfo | null;
	openFile(file: File): Promise<void>;
	openText(text: string): Promise<void>;
	/** Reads the file again as it is corrected. */
	correct(choice: AdminFileChoice): Promise<void>;
	/** Says where it goes; of which site it is tells which column is meant, so it is read again. */
	aim(target: AdminFileTarget): Promise<void>;
	/** An address that is still being typed. */
	typeAddress(siteUrl: string): void;
	add(): Promise<void>;
	startOver(): void;
}

const largestFileBytes = 64 * 1024 * 1024;

interface Opened {
	readonly adminFileId: string;
	readonly preview: AdminFilePreview;
}

type Source = Parameters<Api['snapshots']['openAdminFile']>[0]['source'];

const atStart = {
	stage: 'choosing',
	adminFileId: null,
	preview: null,
	choice: {},
	asked: [],
	day: '',
	dayBy: null,
	coverage: 'unknown',
	domains: '',
	failure: null,
	result: null,
} as const;

/** The site the file is of, as far as it is known: it tells which of several columns is meant. */
const urlOf = (target: AdminFileTarget): string => {
	if ('siteUrl' in target) return target.siteUrl === '' ? '' : siteUrl(target.siteUrl);
	return queries.getQueryData(allSnapshots.queryKey)?.snapshots.find(({ id }) => id === target.snapshotId)?.site.url ?? '';
};

const withUrl = (target: AdminFileTarget): AdminFileTarget => ('siteUrl' in target ? { siteUrl: siteUrl(target.siteUrl) } : target);

export const useAdminFileDraft = create<AdminFileDraft>()((set, get) => {
	let reads = 0;

	const read = (source: Source): Promise<Outcome<Opened, WindowFailure>> => {
		const { choice, target } = get();
		return ask(api.snapshots.openAdminFile.call({ source, ...choice, siteUrl: urlOf(target) }));
	};

	const open = async (source: () => Promise<Source>, made: { readonly atMs: number; readonly by: 'file' | null }): Promise<void> => {
		set({ ...atStart, stage: 'opening' });
		const given = await source().catch(() => null);
		const answer = given === null ? failed('file-unreadable') : await read(given);
		if (!answer.ok) {
			set({ stage: 'choosing', failure: answer.failure });
			return;
		}
		const { adminFileId, preview } = answer.value;
		const byName = preview.takenAt?.slice(0, 10);
		const day = byName === undefined ? { day: dayOf(made.atMs), dayBy: made.by } : { day: byName, dayBy: 'name' as const };
		set({ stage: 'ready', adminFileId, preview, asked: preview.unmapped, ...day });
	};

	/** Only the newest question's answer is taken. */
	const reread = async (): Promise<void> => {
		const { adminFileId } = get();
		if (adminFileId === null) return;
		reads += 1;
		const mine = reads;
		const answer = await read({ adminFileId });
		if (mine !== reads || get().adminFileId !== adminFileId) return;
		if (answer.ok) set(({ asked }) => ({ preview: answer.value.preview, asked: withAsked(asked, answer.value.preview), failure: null }));
		else refused(answer.failure);
	};

	/** The file is open on the Node side only: when it is gone there, it is gone here. */
	const refused = (failure: WindowFailure): void => {
		if (failure.code === 'export-not-open') set({ ...atStart, failure });
		else set({ stage: 'ready', failure });
	};

	return {
		...atStart,
		target: { siteUrl: '' },
		openFile: async (file) => {
			const tooLarge = file.size > largestFileBytes;
			if (tooLarge || file.size === 0) set({ failure: failed('export-unusable', { fault: tooLarge ? 'too-large' : 'empty' }).failure });
			else {
				await open(async () => ({ name: file.name.slice(-255), file: await readFile(file) }), { atMs: file.lastModified, by: 'file' });
			}
		},
		openText: (text) => open(() => Promise.resolve({ name: adminFileWords.pastedName, text }), { atMs: Date.now(), by: null }),
		correct: async (choice) => {
			set({ choice });
			await reread();
		},
		aim: async (target) => {
			set({ target });
			await reread();
		},
		typeAddress: (address) => set({ target: { siteUrl: address } }),
		add: async () => {
			const { adminFileId, day, coverage, target, domains } = get();
			if (adminFileId === null) return;
			set({ stage: 'adding', failure: null });
			const verifiedDomains = parseDomains(domains);
			const answer = await ask(
				api.snapshots.addAdminFiles.call({
					adminFileIds: [adminFileId],
					takenAt: day,
					coverage,
					target: withUrl(target),
					...(verifiedDomains === null ? {} : { verifiedDomains }),
				}),
			);
			if (!answer.ok) {
				refused(answer.failure);
				return;
			}
			set({ stage: 'added', result: answer.value, adminFileId: null, target: { snapshotId: answer.value.id } });
			for (const queryKey of snapshotLists) void queries.invalidateQueries({ queryKey });
		},
		startOver: () => set(atStart),
	};
});
