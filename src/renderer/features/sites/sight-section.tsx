import { Button } from '@mantine/core';
import { useMutation, useMutationState, useQuery } from '@tanstack/react-query';
import { type ProbeAnswer, probeCatalogue } from '#shared/probes.ts';
import { api, queries } from '../../api.ts';
import { type WindowFailure, probeAnswers, probeNotes, probeTexts, probeWords as text } from '../../messages.ts';
import { formatMoment } from '../../ui/formats.ts';
import { CheckIcon, CrossIcon } from '../../ui/icons.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import classes from './sight-section.module.css';
import section from '../../ui/section.module.css';
import { Section } from '../../ui/section.tsx';

const Answer = ({ answer }: { readonly answer: ProbeAnswer['answer'] }) => (
	<span className={classes['answer']} data-answer={answer}>
		{answer === 'yes' ? <CheckIcon size={13} /> : answer === 'no' ? <CrossIcon size={13} /> : <span aria-hidden="true">?</span>}
		{probeAnswers[answer]}
	</span>
);

const ProbeLine = ({ found }: { readonly found: ProbeAnswer }) => {
	const { question, source } = probeTexts[found.probe];
	const kind = probeCatalogue[found.probe];
	return (
		<tr>
			<th scope="row">
				{question}
				{kind !== 'asking' && <span className={classes['kind']}>{text.kinds[kind]}</span>}
			</th>
			<td>
				<Answer answer={found.answer} />
				{probeNotes(found).map((note) => (
					<span key={note} className={classes['sub']}>
						{note}
					</span>
				))}
			</td>
			<td className={classes['source']}>{source}</td>
			<td className={classes['at']}>
				<time dateTime={found.at}>{formatMoment(found.at)}</time>
			</td>
		</tr>
	);
};

const ProbeTable = ({ answers }: { readonly answers: readonly ProbeAnswer[] }) => (
	<div className={classes['scroll']}>
		<table className={classes['table']} aria-label={text.table}>
			<thead>
				<tr>
					{Object.values(text.columns).map((title) => (
						<th key={title} scope="col">
							{title}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{answers.map((found) => (
					<ProbeLine key={found.probe} found={found} />
				))}
			</tbody>
		</table>
	</div>
);

const NeverAsked = ({ asking, onAsk }: { readonly asking: boolean; readonly onAsk: () => void }) => (
	<div className={section['body']}>
		<h3>{text.emptyTitle}</h3>
		<p className={page['muted']}>{text.emptyText}</p>
		<div className={page['actions']}>
			<Button loading={asking} onClick={onAsk}>
				{text.ask}
			</Button>
		</div>
	</div>
);

/** Asks the site anew. It goes on, and is kept, when its page is left: whoever comes back sees how it stands. */
const useProbing = (site: string) => {
	const { mutate } = useMutation(
		api.sites.probe.mutationOptions({
			// The approved domains may have been told, and then they are known.
			meta: { failure: 'in place', invalidates: [api.sites.access.key({ input: { name: site } })] },
			onSuccess: (answers, asked) => {
				queries.setQueryData(api.sites.probes.queryKey({ input: asked }), answers);
				if ('name' in asked) showInfo(text.asked(asked.name));
			},
		}),
	);
	const [last] = useMutationState({
		filters: { mutationKey: api.sites.probe.mutationKey(), predicate: ({ state }) => isOf(state.variables, site) },
		select: ({ state }) => state,
	}).slice(-1);
	return {
		ask: () => mutate({ name: site }),
		isAsking: last?.status === 'pending',
		failure: (last?.error ?? undefined) as WindowFailure | undefined,
	};
};

const isOf = (variables: unknown, site: string): boolean => (variables as { readonly name?: string } | undefined)?.name === site;

/** What the site was found to let us see, and asking it again. */
export const SightSection = ({ site }: { readonly site: string }) => {
	const { data: answers, error } = useQuery(api.sites.probes.queryOptions({ input: { name: site }, meta: { failure: 'in place' } }));
	const { ask, isAsking, failure = error } = useProbing(site);
	const wasAsked = answers !== undefined && answers.length > 0;
	return (
		<Section
			title={text.title}
			intro={text.intro}
			failure={failure}
			actions={
				wasAsked && (
					<Button variant="default" loading={isAsking} onClick={ask}>
						{text.again}
					</Button>
				)
			}
		>
			{wasAsked && <ProbeTable answers={answers} />}
			{answers?.length === 0 && <NeverAsked asking={isAsking} onAsk={ask} />}
		</Section>
	);
};
