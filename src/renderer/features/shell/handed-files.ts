import { useQuery } from '@tanstack/react-query';
import type { HandedFile } from '#shared/contract/app.ts';
import { api, ask, follow } from '../../api.ts';
import { shellWords } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { showFailure, showInfo } from '../../ui/notices.ts';
import { useImport } from '../import/import-draft.ts';
import { useSnapshotFile } from '../snapshots/open-snapshot.ts';

const open = async ({ id, name }: HandedFile): Promise<void> => {
	const isSnapshot = /\.sqlite$/i.test(name);
	if (!isSnapshot && useImport.getState().list !== null) {
		goTo({ at: 'import' });
		showInfo(shellWords.handed.notOpened(name));
		return;
	}
	const file = await ask(api.app.takeFile.call({ id }));
	if (!file.ok) {
		showFailure(file.failure);
		return;
	}
	goTo({ at: isSnapshot ? 'snapshots' : 'import' });
	await (isSnapshot ? useSnapshotFile.getState().open(file.value) : useImport.getState().openFile(file.value));
};

const handed = follow(
	api.app.handed.experimental_liveKey(),
	(signal) => api.app.handed.call(undefined, { signal }),
	(file: HandedFile) => void open(file),
);

/** Opens what the system hands to the app. A list that is being imported is not thrown away for it. */
export const useHandedFiles = (): void => {
	useQuery(handed);
};
