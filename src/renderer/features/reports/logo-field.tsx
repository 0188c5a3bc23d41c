import { Button } from '@mantine/core';
import { useId, useRef } from 'react';
import type { Logo } from '#shared/reports.ts';
import { type WindowFailure, reportDialogWords as text } from '../../messages.ts';
import { FileInput } from '../../ui/file-input.tsx';
import { readLogoFile } from './read-logo.ts';
import classes from './report-form.module.css';

interface LogoFieldProps {
	readonly logo: Logo | null;
	readonly onChange: (logo: Logo | null) => void;
	readonly onFailure: (failure: WindowFailure | null) => void;
}

export const LogoField = ({ logo, onChange, onFailure }: LogoFieldProps) => {
	const input = useRef<HTMLInputElement>(null);
	const label = useId();
	const choose = async (file: File): Promise<void> => {
		const read = await readLogoFile(file);
		onFailure(read.ok ? null : read.failure);
		if (read.ok) onChange(read.value);
	};
	return (
		<div role="group" aria-labelledby={label} className={classes['logo']}>
			<span id={label} className={classes['label']}>
				{text.logo}
			</span>
			<div className={classes['chosen']}>
				{logo !== null && <img src={`data:${logo.type};base64,${logo.base64}`} alt={text.logoPreview} />}
				<Button variant="default" onClick={() => input.current?.click()}>
					{text.chooseLogo}
				</Button>
				{logo !== null && (
					<Button variant="subtle" color="gray" onClick={() => onChange(null)}>
						{text.removeLogo}
					</Button>
				)}
				<FileInput input={input} accept="image/png,image/svg+xml,.png,.svg" onFile={(file) => void choose(file)} />
			</div>
			<span className={classes['hint']}>{text.logoHint}</span>
		</div>
	);
};
