import { TextInput, type TextInputProps } from '@mantine/core';
import type { Ref } from 'react';
import { SearchIcon } from './icons.tsx';

interface SearchFieldProps extends Pick<TextInputProps, 'className' | 'title' | 'maxLength' | 'onKeyDown'> {
	readonly field?: Ref<HTMLInputElement>;
	readonly label: string;
	readonly value: string;
	readonly onType: (text: string) => void;
}

/** Where somebody types what is sought. */
export const SearchField = ({ field, label, onType, ...input }: SearchFieldProps) => (
	<TextInput
		ref={field}
		type="search"
		aria-label={label}
		placeholder={label}
		leftSection={<SearchIcon size={14} />}
		maxLength={200}
		onChange={(event) => onType(event.currentTarget.value)}
		{...input}
	/>
);
