import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Run, RunRow } from '#shared/run.ts';
import { allRuns } from '../../activity.ts';
import { api } from '../../api.ts';
import { failureText, resultWords } from '../../messages.ts';
import { showInfo } from '../../ui/notices.ts';
import classes from '../../ui/detail-panel.module.css';

const text = resultWords.fix;

/** The address is none, or probably mistyped: a person who knows the right one puts it in its place. */
export const canBeCorrected = ({ cause, suggestion }: RunRow, run: Run): boolean =>
	run.state === 'finished' &&
	(cause === 'invalid-address' || cause === 'probable-typo' || (suggestion !== null && cause !== 'repeated-row'));

interface CorrectRowProps {
	readonly row: RunRow;
	readonly run: Run;
	readonly onChecked: () => void;
}

/** Corrects the row of the run and checks it at once, where the run was made. What was typed stays where that fails. */
export const CorrectRow = ({ row, run, onChecked }: CorrectRowProps) => {
	const [address, setAddress] = useState(row.suggestion ?? row.email);
	const correcting = useMutation(
		api.runs.correctRow.mutationOptions({
			meta: { failure: 'in place', invalidates: [allRuns.queryKey, api.runs.key()] },
			onSuccess: () => {
				onChecked();
				showInfo(text.checked);
			},
		}),
	);
	const failure = correcting.error === null ? null : failureText(correcting.error);
	const submit = (event: FormEvent): void => {
		event.preventDefault();
		correcting.mutate({ runId: run.id, id: row.id, text: address.trim() });
	};
	return (
		<form className={classes['correct']} onSubmit={submit}>
			<TextInput
				label={text.address}
				value={address}
				maxLength={2000}
				spellCheck={false}
				autoComplete="off"
				error={failure === null ? undefined : `${failure.happened} ${failure.next}`}
				onChange={(event) => setAddress(event.currentTarget.value)}
			/>
			<Button type="submit" loading={correcting.isPending} disabled={address.trim() === ''}>
				{text.check}
			</Button>
		</form>
	);
};
