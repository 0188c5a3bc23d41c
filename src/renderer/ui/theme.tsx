import {
	ActionIcon,
	Button,
	createTheme,
	Input,
	type InputWrapperProps,
	Modal,
	NativeSelect,
	SegmentedControl,
	Textarea,
	TextInput,
} from '@mantine/core';
import { ChevronIcon } from './icons.tsx';
import { words } from '../messages.ts';

/** Mantine's hints at this size would be 10 px: too small to read. */
const hints = { description: 'field-hint', error: 'field-hint' };

const field: Pick<InputWrapperProps, 'size' | 'inputWrapperOrder'> = {
	size: 'xs',
	// Hints below their fields, so that fields beside each other stand in line.
	inputWrapperOrder: ['label', 'input', 'error', 'description'],
};

const buttonColours: Readonly<Record<string, Readonly<Record<`--button-${string}`, string>>>> = {
	filled: {
		'--button-bg': 'var(--mantine-primary-color-filled)',
		'--button-hover': 'var(--mantine-primary-color-filled-hover)',
	},
	subtle: {
		'--button-color': 'var(--mantine-primary-color-light-color)',
		'--button-hover': 'var(--mantine-primary-color-light)',
	},
};

/** Anything that changes a CSS variable belongs in tokens.css too: the provider writes none. */
export const theme = createTheme({
	primaryColor: 'indigo',
	defaultRadius: 6,
	cursorType: 'default',
	respectReducedMotion: true,
	components: {
		Button: Button.extend({
			defaultProps: { size: 'xs' },
			// Colours by our variables: indigo's own ones would come through otherwise.
			vars: (_theme, { color, variant = 'filled' }) => ({ root: color === undefined ? (buttonColours[variant] ?? {}) : {} }),
		}),
		ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
		InputWrapper: Input.Wrapper.extend({ defaultProps: field, classNames: hints }),
		TextInput: TextInput.extend({ defaultProps: field, classNames: hints }),
		Textarea: Textarea.extend({ defaultProps: field, classNames: hints }),
		NativeSelect: NativeSelect.extend({
			// The mark that every other list to choose from has.
			defaultProps: { ...field, rightSection: <ChevronIcon size={14} /> },
			classNames: hints,
		}),
		SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
		// No fade: what is shown is there at once, and nothing flashes.
		Modal: Modal.extend({
			defaultProps: {
				lockScroll: false,
				centered: true,
				transitionProps: { duration: 0 },
				closeButtonProps: { 'aria-label': words.common.close },
			},
			classNames: { title: 'dialog-title' },
		}),
	},
});
