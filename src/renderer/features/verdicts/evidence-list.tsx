import { Button } from '@mantine/core';
import type { EvidenceItem } from '#shared/verdict.ts';
import { askedText, resultWords, words } from '../../messages.ts';
import { copyText } from '../../ui/copy-text.ts';
import classes from '../../ui/detail-panel.module.css';
import { SourceLine, type SourceLineProps } from './source-line.tsx';

const text = resultWords.evidence;

const rawOf = ({ answer }: EvidenceItem): string => JSON.stringify(answer, null, 2);

/** What was asked, the call or line that answered, when, and behind a fold the answer as it was kept. */
export const EvidenceList = ({
	items,
	snapshot,
}: {
	readonly items: readonly EvidenceItem[];
	readonly snapshot: SourceLineProps['snapshot'];
}) => {
	if (items.length === 0) return <p className={classes['muted']}>{words.detail.noEvidence}</p>;
	return (
		<ul className={classes['evidence']}>
			{items.map((item) => (
				<li key={`${item.asked} ${item.source} ${item.at}`}>
					<span className={classes['asked']}>{askedText(item.asked)}</span>
					<SourceLine item={item} snapshot={snapshot} />
					<details>
						<summary>{words.detail.answer}</summary>
						<pre tabIndex={0}>{item.answer === null ? words.detail.noEntry : rawOf(item)}</pre>
						{item.answer !== null && (
							<Button
								className={classes['copy'] ?? ''}
								variant="default"
								size="compact-xs"
								aria-label={`${text.copy}: ${item.asked}`}
								onClick={() => void copyText(rawOf(item), words.common.copied(text.copied))}
							>
								{text.copy}
							</Button>
						)}
					</details>
				</li>
			))}
		</ul>
	);
};
