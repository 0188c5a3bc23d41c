import { NativeSelect } from '@mantine/core';
import type { PartKind, SnapshotInfo } from '#shared/snapshot.ts';
import { offlineWords as text, partTexts } from '../../messages.ts';
import { Choice } from '../../ui/choice.tsx';
import { deskChoices, deskMeant, lackOf } from './offline-target.ts';

/** Names of parts as sentences call them, e.g. of `customers:12`; each once. */
export const missingNames = (names: readonly string[]): string =>
	[...new Set(names.map((name) => partTexts[name.split(':')[0] as PartKind] ?? name))].join('; ');

interface DeskFieldProps {
	readonly snapshot: SnapshotInfo;
	/** As it was chosen; `null`: nothing was. */
	readonly deskKey: string | null;
	readonly onChange: (deskKey: string | null) => void;
}

/** For which service project; a snapshot of files of an admin's is of none. */
export const SnapshotDeskField = ({ snapshot, deskKey, onChange }: DeskFieldProps) => {
	const choices = deskChoices(snapshot);
	if (choices.length === 0) return null;
	const meant = deskMeant(snapshot, deskKey);
	return (
		<NativeSelect
			label={text.desk}
			value={meant?.key ?? ''}
			onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
			data={[
				...(meant === null ? [{ value: '', label: text.chooseDesk }] : []),
				...choices.map(({ desk: { key, name }, isIn }) => {
					const label = `${name} (${key})`;
					return { value: key, label: isIn ? label : text.deskMissing(label) };
				}),
			]}
		/>
	);
};

interface AsItIsProps {
	readonly snapshot: SnapshotInfo;
	readonly deskKey: string | null;
	readonly isAllowed: boolean;
	readonly onChange: (isAllowed: boolean) => void;
}

/** What the snapshot lacks for this service project; it is used as it is only where somebody says so. */
export const AsItIs = ({ snapshot, deskKey, isAllowed, onChange }: AsItIsProps) => {
	const { missing, isToBeAllowed } = lackOf(snapshot, deskMeant(snapshot, deskKey));
	if (!isToBeAllowed) return null;
	return (
		<>
			<p>{missing.length === 0 ? text.unfinished : text.lacks(missingNames(missing))}</p>
			<Choice type="checkbox" name="as-it-is" label={text.asItIs} checked={isAllowed} onChange={onChange}>
				{text.asItIsText}
			</Choice>
		</>
	);
};
