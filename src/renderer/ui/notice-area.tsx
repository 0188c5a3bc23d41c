import { CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { words } from '../messages/words.ts';
import classes from './notice-area.module.css';
import { type Notice, useNotices } from './notices.ts';

const infoStaysMs = 5000;

const NoticeCard = ({ notice }: { readonly notice: Notice }) => {
	const remove = useNotices((notices) => notices.remove);
	useEffect(() => {
		if (notice.tone !== 'info') return;
		const timer = setTimeout(() => remove(notice.id), infoStaysMs);
		return () => clearTimeout(timer);
	}, [notice, remove]);
	return (
		<div className={classes['notice']} data-tone={notice.tone} role={notice.tone === 'danger' ? 'alert' : 'status'}>
			<div className={classes['text']}>
				<strong>{notice.happened}</strong>
				{notice.kept !== undefined && <span>{notice.kept}</span>}
				{notice.next !== undefined && <span>{notice.next}</span>}
			</div>
			<CloseButton size="sm" aria-label={words.common.dismiss} onClick={() => remove(notice.id)} />
		</div>
	);
};

export const NoticeArea = () => {
	const shown = useNotices((notices) => notices.shown);
	return (
		<section className={classes['area']} aria-label={words.common.notices}>
			{shown.map((notice) => (
				<NoticeCard key={notice.id} notice={notice} />
			))}
		</section>
	);
};
