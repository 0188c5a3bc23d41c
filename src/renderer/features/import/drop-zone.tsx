import { words } from '../../messages.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { useImport } from './import-draft.ts';

const listTypes =
	'.xlsx,.xlsm,.csv,.tsv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv,text/plain,text/tab-separated-values';

export const DropZone = () => {
	const { stage, openFile, openText } = useImport();
	return (
		<FileDrop
			accept={listTypes}
			isOpening={stage === 'opening'}
			text={words.import}
			onFile={(file) => void openFile(file)}
			onText={(text) => void openText(text)}
		/>
	);
};
