import { type ReactNode, useId } from 'react';
import classes from './choice.module.css';

interface ChoiceProps {
	readonly type: 'radio' | 'checkbox';
	/** Shared by the radios of one question. */
	readonly name: string;
	readonly label: string;
	/** What it leads to. */
	readonly children?: ReactNode;
	readonly checked: boolean;
	readonly onChange: (checked: boolean) => void;
}

/** One of several answers, or a yes, with its consequence beside it. */
export const Choice = ({ type, name, label, children, checked, onChange }: ChoiceProps) => {
	const consequence = useId();
	return (
		<label className={classes['choice']}>
			<input
				type={type}
				name={name}
				checked={checked}
				aria-describedby={children === undefined ? undefined : consequence}
				onChange={(event) => onChange(event.currentTarget.checked)}
			/>
			<span className={classes['text']}>
				<span>{label}</span>
				{children !== undefined && (
					<span id={consequence} className={classes['consequence']} aria-hidden="true">
						{children}
					</span>
				)}
			</span>
		</label>
	);
};

/** A question with its answers. */
export const Choices = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
	<fieldset className={classes['choices']}>
		<legend>{title}</legend>
		{children}
	</fieldset>
);
