import type { Ref } from 'react';

interface FileInputProps {
	readonly input: Ref<HTMLInputElement>;
	readonly accept: string;
	readonly onFile: (file: File) => void;
}

/** What a button that chooses a file clicks. Emptied, so that the same file can be chosen again after it was corrected. */
export const FileInput = ({ input, accept, onFile }: FileInputProps) => (
	<input
		ref={input}
		type="file"
		accept={accept}
		hidden
		onChange={(event) => {
			const file = event.currentTarget.files?.[0];
			event.currentTarget.value = '';
			if (file !== undefined) onFile(file);
		}}
	/>
);
