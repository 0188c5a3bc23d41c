import type { ReactNode } from 'react';
import classes from './bars.module.css';

export interface BarPart {
	readonly key: string;
	readonly size: number;
	/** See the colours in tokens.css; what it means is said in words beside the bar. */
	readonly tone: string;
}

export interface Bar {
	readonly key: string;
	readonly label: ReactNode;
	readonly parts: readonly BarPart[];
	readonly number: ReactNode;
	/** A second line under label and bar. */
	readonly under?: string;
	readonly onChoose: () => void;
}

const widthOf = (size: number, most: number): string => `${(size / Math.max(1, most)) * 100}%`;

/** Bars from the left, each of which can be chosen; the longest fills its track. `isWide`: its numbers are sentences. */
export const Bars = ({ bars, isWide = false }: { readonly bars: readonly Bar[]; readonly isWide?: boolean }) => {
	const most = Math.max(0, ...bars.map(({ parts }) => parts.reduce((sum, { size }) => sum + size, 0)));
	return (
		<ul className={classes['bars']} data-wide={isWide}>
			{bars.map(({ key, label, parts, number, under, onChoose }) => (
				<li key={key}>
					<button type="button" className={classes['line']} onClick={onChoose}>
						<span className={classes['label']}>{label}</span>
						<span className={classes['track']} aria-hidden="true">
							{parts.map((part) => (
								<span key={part.key} className={classes['part']} data-tone={part.tone} style={{ width: widthOf(part.size, most) }} />
							))}
						</span>
						<span className={classes['number']}>{number}</span>
						{under !== undefined && <span className={classes['under']}>{under}</span>}
					</button>
				</li>
			))}
		</ul>
	);
};
