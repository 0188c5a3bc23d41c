import { CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { words } from '../messages.ts';
import { routeHash } from '../route.ts';
import classes from './notice-area.module.css';
import { type Notice, useNotices } from './notices.ts';

const infoStaysMs = 6000;

/** Ordinary ones go by themselves, but never while they are being read: under the pointer, or with the focus in them. */
const NoticeCard = ({ notice }: { readonly notice: Notice }) => {
	const remove = useNotices((notices) => notices.remove);
	const [isHovered, setHovered] = useState(false);
	const [hasFocus, setFocus] = useState(false);
	const isRead = isHovered || hasFocus;
	useEffect(() => {
		if (notice.tone !== 'info' || isRead) return;
		const timer = setTimeout(() => remove(notice.id), infoStaysMs);
		return () => clearTimeout(timer);
	}, [notice, isRead, remove]);
	return (
		<div
			className={classes['notice']}
			data-tone={notice.tone}
			role={notice.tone === 'danger' ? 'alert' : 'status'}
			onPointerEnter={() => setHovered(true)}
			onPointerLeave={() => setHovered(false)}
			onFocus={() => setFocus(true)}
			onBlur={() => setFocus(false)}
		>
			<div className={classes['text']}>
				<strong>{notice.happened}</strong>
				{notice.kept !== undefined && <span>{notice.kept}</span>}
				{notice.next !== undefined && <span>{notice.next}</span>}
				{notice.place !== undefined && <a href={routeHash(notice.place.to)}>{notice.place.label}</a>}
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
