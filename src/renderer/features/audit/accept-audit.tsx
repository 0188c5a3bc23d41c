import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { auditDifferenceText, auditWords } from '../../messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { showInfo } from '../../ui/notices.ts';
import classes from './accept-audit.module.css';

const text = auditWords.accept;

/** What differs between the audit log and its head, and the way to go on from here; nothing where they agree. */
export const AcceptAudit = () => {
	const { data: difference } = useQuery(api.audit.difference.queryOptions());
	const [reason, setReason] = useState('');
	const accepting = useMutation(
		api.audit.accept.mutationOptions({
			meta: { failure: 'in place', invalidates: [api.audit.key()] },
			onSuccess: (seq) => {
				setReason('');
				showInfo(text.accepted(seq));
			},
		}),
	);
	if (!difference) return null;
	const isReady = reason.trim() !== '';
	return (
		<Banner tone="danger" role="alert" title={auditDifferenceText(difference)}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					if (isReady && !accepting.isPending) accepting.mutate({ reason });
				}}
			>
				<p>{text.how}</p>
				<div className={classes['line']}>
					<TextInput
						className={classes['reason'] ?? ''}
						label={text.reason}
						description={text.example}
						value={reason}
						maxLength={500}
						onChange={(event) => setReason(event.currentTarget.value)}
					/>
					<Button type="submit" variant="default" disabled={!isReady} loading={accepting.isPending}>
						{text.accept}
					</Button>
				</div>
				{accepting.error !== null && <FailureNote failure={accepting.error} />}
			</form>
		</Banner>
	);
};
