import type { Failure, FailureCode } from '#shared/outcome.ts';

/** The process ended itself with a sentence: whoever started it has nothing to try instead. */
export const refusedToStart = 2;

const reasons: Partial<Readonly<Record<FailureCode, string>>> = {
	'store-newer': 'its data was written by a newer version of Invite Doctor. Install that version to open it.',
	'store-damaged': 'its database is damaged. Move the data folder away to start with an empty one, and keep the old one for repair.',
	'store-busy': 'another Invite Doctor has its data open. Close that one first.',
	'store-full': 'the disk is full. Free some space and start it again.',
	'store-unavailable': 'its data folder cannot be written. Check that the folder exists and that you may write there.',
};

/** For the moment before there is a window: no message of the renderer can be shown yet. */
const openToOthers =
	'other users of this machine may write to its data folder, which holds other files. Choose another folder, or take their right to write away.';

export const startFailureSentence = ({ code, details }: Failure, dataDir: string): string => {
	const reason = details['reason'] === 'open-to-others' ? openToOthers : reasons[code];
	return `Invite Doctor cannot open: ${reason ?? `something failed (${code}).`}\nData folder: ${dataDir}`;
};
