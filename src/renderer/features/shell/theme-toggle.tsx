import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import { words } from '../../messages.ts';
import { MoonIcon, SunIcon, SystemIcon } from '../../ui/icons.tsx';

const next = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const looks = {
	auto: { label: words.shell.system, Icon: SystemIcon },
	light: { label: words.shell.light, Icon: SunIcon },
	dark: { label: words.shell.dark, Icon: MoonIcon },
} as const;

export const ThemeToggle = () => {
	const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
	const { label, Icon } = looks[colorScheme];
	const name = `${words.shell.theme}: ${label}`;
	return (
		<ActionIcon aria-label={name} title={name} onClick={() => setColorScheme(next[colorScheme])}>
			<Icon />
		</ActionIcon>
	);
};
