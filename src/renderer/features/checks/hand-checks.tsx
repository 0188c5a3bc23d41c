import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { handChecks, type HandCheckEntry, type HandCheckId, type Seen } from '#shared/hand-checks.ts';
import type { Asked } from '#shared/contract.ts';
import { api } from '../../api.ts';
import { handCheckTexts, handCheckWords as text, seenTexts, words } from '../../messages.ts';
import classes from '../../ui/detail-panel.module.css';
import { FailureNote } from '../../ui/failure-note.tsx';
import { formatMoment } from '../../ui/formats.ts';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { PageButton } from '../links/page-button.tsx';
import type { SitePlace } from '../links/page-links.ts';
import { useSitePlace } from '../links/site-place.ts';

type Said = Asked['checks']['declare']['said'];

const entryText = ({ seen, at, by }: HandCheckEntry): string =>
	seen === null ? text.cleared(by.user, formatMoment(at)) : text.said(seenTexts[seen], by.user, formatMoment(at));

interface CheckProps {
	readonly check: HandCheckId;
	readonly place: SitePlace;
	/** Of this check, newest first. */
	readonly entries: readonly HandCheckEntry[];
	readonly isSaving: boolean;
	readonly onSay: (said: Said) => void;
}

const Check = ({ check, place, entries, isSaving, onSay }: CheckProps) => {
	const { label, question, path, page: target } = handCheckTexts[check];
	const [last, ...earlier] = entries;
	const seen = last?.seen ?? null;
	return (
		<li>
			<span>{question}</span>
			<span className={classes['path']}>{path}</span>
			<PageButton page={target} place={place} label={words.detail.open} />
			<div className={page['actions']} role="group" aria-label={label}>
				{handChecks[check].map((one: Seen['seen']) => (
					<Button
						key={one}
						size="compact-xs"
						variant={one === seen ? 'filled' : 'default'}
						aria-pressed={one === seen}
						disabled={isSaving}
						// The choices of a check are its own.
						onClick={() => onSay({ check, seen: one } as Said)}
					>
						{seenTexts[one]}
					</Button>
				))}
				{seen !== null && (
					<Button
						size="compact-xs"
						variant="subtle"
						disabled={isSaving}
						aria-label={text.clearOf(label)}
						onClick={() => onSay({ check, seen: null })}
					>
						{text.clear}
					</Button>
				)}
			</div>
			{last !== undefined && <span className={classes['muted']}>{entryText(last)}</span>}
			{earlier.length > 0 && (
				<details>
					<summary>{text.earlier(earlier.length)}</summary>
					<ul>
						{earlier.map((entry) => (
							<li key={`${entry.at} ${entry.seen}`}>{entryText(entry)}</li>
						))}
					</ul>
				</details>
			)}
		</li>
	);
};

interface HandChecksProps {
	readonly runId: string;
	readonly email: string;
	readonly site: { readonly name: string; readonly url: string };
	/** After what was said is kept and the rows are judged again. */
	readonly onKept?: () => void;
}

/** The checks by hand that may settle more about a person, with what was said so far; nothing where there are none. */
export const HandChecks = ({ runId, email, site, onKept }: HandChecksProps) => {
	const place = { ...useSitePlace(site, null), email };
	const { data } = useQuery(api.checks.list.queryOptions({ input: { runId, address: email }, meta: { failure: 'in place' } }));
	const declare = useMutation(
		api.checks.declare.mutationOptions({
			// Whatever run has the person may say something else of them now.
			meta: { failure: 'in place', invalidates: [api.checks.key(), api.runs.key()] },
			onSuccess: ({ judgedAgain }) => {
				showInfo(text.kept(judgedAgain));
				onKept?.();
			},
		}),
	);
	if (data === undefined || data.offered.length === 0) return null;
	return (
		<section className={classes['part']}>
			<h3>{text.title}</h3>
			<p className={classes['muted']}>{text.intro}</p>
			<ul className={classes['steps']}>
				{data.offered.map((check) => (
					<Check
						key={check}
						check={check}
						place={place}
						entries={data.entries.filter((entry) => entry.check === check)}
						isSaving={declare.isPending}
						onSay={(said) => declare.mutate({ runId, address: email, said })}
					/>
				))}
			</ul>
			{declare.error !== null && <FailureNote failure={declare.error} withKept={false} />}
		</section>
	);
};
