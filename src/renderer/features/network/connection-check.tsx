import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import type { Walk } from '#shared/contract/network.ts';
import type { WalkedStep } from '#shared/network.ts';
import { api } from '../../api.ts';
import { connectionStepTexts, networkWords as text } from '../../messages.ts';
import { allSites } from '../../sites.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import section from '../../ui/section.module.css';

const seenIn = ({ step, state, seen }: WalkedStep): string => {
	const what = step === 'certificate' && seen !== null ? text.inspected(seen) : (seen ?? '');
	return what === '' ? text.states[state] : `${text.states[state]} · ${what}`;
};

const WalkView = ({ walk: { steps, failure } }: { readonly walk: Walk }) => (
	<>
		<dl className={section['facts']}>
			{steps.map((step) => (
				<div key={step.step} className={section['fact']}>
					<dt>{connectionStepTexts[step.step]}</dt>
					<dd data-state={step.state}>{seenIn(step)}</dd>
				</div>
			))}
		</dl>
		<div className={section['body']}>
			{failure === null ? <p role="status">{text.whole}</p> : <FailureNote failure={failure} withKept={false} />}
		</div>
	</>
);

/** Walks to a site step by step, where there is one. */
export const ConnectionCheck = () => {
	const { data: sites = [] } = useQuery(allSites);
	const chosen = useRef<HTMLSelectElement>(null);
	const title = useId();
	const check = useMutation(api.network.check.mutationOptions({ meta: { failure: 'in place' } }));
	if (sites.length === 0) return null;
	return (
		<section className={page['card']} aria-labelledby={title}>
			<div className={section['head']}>
				<div>
					<h2 id={title}>{text.check}</h2>
					<p className={page['muted']}>{text.checkHint}</p>
				</div>
				<div className={page['actions']}>
					<NativeSelect ref={chosen} aria-label={text.site} data={sites.map(({ name }) => name)} />
					<Button loading={check.isPending} onClick={() => check.mutate({ name: chosen.current?.value ?? '' })}>
						{text.check}
					</Button>
				</div>
			</div>
			{check.error !== null && (
				<div className={section['body']}>
					<FailureNote failure={check.error} withKept={false} />
				</div>
			)}
			{check.data !== undefined && <WalkView walk={check.data} />}
		</section>
	);
};
