import classes from './tiles.module.css';

export interface Tile {
	readonly label: string;
	readonly value: string;
	readonly note?: string;
	/** A colour of tokens.css beside the label, which says what it means. */
	readonly tone?: string;
	readonly onChoose?: () => void;
}

const Content = ({ label, value, note, tone }: Tile) => (
	<>
		<span className={classes['label']}>
			{tone !== undefined && <span className={classes['dot']} data-tone={tone} aria-hidden="true" />}
			{label}
		</span>
		<span className={classes['value']}>
			{value}
			{note !== undefined && <span className={classes['note']}> {note}</span>}
		</span>
	</>
);

/** Numbers that are read first; those that lead somewhere can be chosen. */
export const Tiles = ({ label, tiles }: { readonly label: string; readonly tiles: readonly Tile[] }) => (
	<ul className={classes['tiles']} aria-label={label}>
		{tiles.map((tile) => (
			<li key={tile.label}>
				{tile.onChoose === undefined ? (
					<div className={classes['tile']}>
						<Content {...tile} />
					</div>
				) : (
					<button type="button" className={classes['tile']} onClick={tile.onChoose}>
						<Content {...tile} />
					</button>
				)}
			</li>
		))}
	</ul>
);
