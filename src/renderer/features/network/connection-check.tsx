import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Walk } from '#shared/contract/network.ts';
import type { WalkedStep } from '#shared/network.ts';
import { api } from '../../api.ts';
import { connectionStepTexts, networkWords as text } from '../../messages.ts';
import { allSites } from '../../sites.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import section from '../../ui/section.module.css';
import { Section } from '../../ui/section.tsx';

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
	const check = useMutation(api.network.check.mutationOptions({ meta: { failure: 'in place' } }));
	if (sites.length === 0) return null;
	return (
		<Section
			title={text.check}
			intro={text.checkHint}
			actions={
				<>
					<NativeSelect ref={chosen} aria-label={text.site} data={sites.map(({ name }) => name)} />
					<Button loading={check.isPending} onClick={() => check.mutate({ name: chosen.current?.value ?? '' })}>
						{text.check}
					</Button>
				</>
			}
			failure={check.error}
		>
			{check.data !== undefined && <WalkView walk={check.data} />}
		</Section>
	);
};
