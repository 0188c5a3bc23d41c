import type { EvidenceItem } from '#shared/verdict.ts';
import { askedText } from '../../messages/evidence.ts';
import { words } from '../../messages/words.ts';
import { formatExactMoment } from '../../ui/formats.ts';
import classes from '../../ui/detail-panel.module.css';

export const EvidenceList = ({ items }: { readonly items: readonly EvidenceItem[] }) => {
	if (items.length === 0) return <p className={classes['muted']}>{words.detail.noEvidence}</p>;
	return (
		<ul className={classes['evidence']}>
			{items.map((item) => (
				<li key={`${item.asked} ${item.source} ${item.at}`}>
					<span className={classes['asked']}>{askedText(item.asked)}</span>
					<code className={classes['source']}>{item.source}</code>
					<time className={classes['muted']} dateTime={item.at}>
						{formatExactMoment(item.at)}
					</time>
					<details>
						<summary>{words.detail.answer}</summary>
						<pre tabIndex={0}>{item.answer === null ? words.detail.noEntry : JSON.stringify(item.answer, null, 2)}</pre>
					</details>
				</li>
			))}
		</ul>
	);
};
