import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { OwnerMessage, Plan } from '#shared/plan.ts';
import { api, ask } from '../../api.ts';
import { defaultTemplate, ownerMessageWords as text } from '../../messages.ts';
import { goTo, routeHash } from '../../route.ts';
import { allSites, siteCheck } from '../../sites.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { ListIcon } from '../../ui/icons.tsx';
import header from '../../ui/page-header.module.css';
import page from '../../ui/page.module.css';
import { PageLoading } from '../../ui/page-states.tsx';
import { saveAnswer } from '../../ui/save-file.ts';
import split from '../../ui/split-view.module.css';
import { useDelayed } from '../../ui/use-delayed.ts';
import { VirtualOptions } from '../../ui/virtual-options.tsx';
import { MessageView } from './message-view.tsx';
import { fillMessage, type MessageTemplate } from './message-template.ts';
import classes from './messages-page.module.css';
import { useTemplate } from './owner-messages.ts';
import { TemplateDialog } from './template-dialog.tsx';

/** Who asks: the organisation that a check of the site found, or the site's name here. */
const useOrganisation = (siteName: string): string => {
	const { data: check } = useQuery({ ...siteCheck(siteName), enabled: false });
	return check?.organisation?.name ?? siteName;
};

const useFilled = (plan: Plan) => {
	const template = useTemplate() ?? defaultTemplate;
	const organisation = useOrganisation(plan.site.name);
	return ({ domain, addresses }: OwnerMessage): MessageTemplate =>
		fillMessage(template, {
			domain,
			addresses: addresses.join(', '),
			site: URL.canParse(plan.site.url) ? new URL(plan.site.url).host : plan.site.name,
			desk: plan.desk.name,
			organisation,
		});
};

const Messages = (props: { readonly plan: Plan; readonly messages: readonly OwnerMessage[]; readonly domain: string | null }) => {
	const { plan, messages, domain } = props;
	const fill = useFilled(plan);
	const { data: sites } = useQuery(allSites);
	const from = sites?.find(({ name }) => name === plan.site.name)?.email ?? null;
	const list = useRef<HTMLDivElement>(null);
	useEffect(() => {
		list.current?.focus();
	}, []);
	const active = Math.max(
		0,
		messages.findIndex((message) => message.domain === domain),
	);
	const shown = messages[active];
	const activate = (position: number): void => {
		const next = messages[position];
		if (next !== undefined) goTo({ at: 'messages', planId: plan.id, domain: next.domain });
	};
	return (
		<div className={split['split']}>
			<div className={split['side']}>
				<VirtualOptions
					list={list}
					label={text.list}
					count={messages.length}
					active={active}
					optionAt={(position) => (
						<span className={classes['option']}>
							<span>{messages[position]?.domain}</span>
							<span className={page['muted']}>{text.people(messages[position]?.addresses.length ?? 0)}</span>
						</span>
					)}
					onActivate={activate}
				/>
			</div>
			{shown !== undefined && <MessageView message={shown} filled={fill(shown)} from={from} />}
		</div>
	);
};

const SaveAll = ({ plan, messages }: { readonly plan: Plan; readonly messages: readonly OwnerMessage[] }) => {
	const fill = useFilled(plan);
	const save = async (): Promise<void> => {
		const filled = messages.map((message) => ({ domain: message.domain, addresses: [...message.addresses], ...fill(message) }));
		const table = await ask(api.plans.mailTable.call({ titles: text.columns, messages: filled }));
		saveAnswer(text.csvName, 'text/csv;charset=utf-8', table, text.saved(text.csvName));
	};
	return (
		<Button variant="default" onClick={() => void save()}>
			{text.saveCsv}
		</Button>
	);
};

const MessagesHeader = ({ plan, messages }: { readonly plan: Plan; readonly messages: readonly OwnerMessage[] }) => (
	<header className={header['header']}>
		<div className={header['top']}>
			<div className={header['names']}>
				<h1>{text.title}</h1>
				<p className={header['facts']}>
					<a href={routeHash({ at: 'plan', planId: plan.id })}>{text.back}</a>
					<span>{plan.listName}</span>
					<span>{plan.site.name}</span>
				</p>
			</div>
			{messages.length > 0 && (
				<div className={header['buttons']}>
					<TemplateDialog />
					<SaveAll plan={plan} messages={messages} />
				</div>
			)}
		</div>
		<p className={page['muted']}>{messages.length > 0 && text.intro}</p>
	</header>
);

const NoMessages = ({ plan }: { readonly plan: Plan }) => (
	<div className={page['empty']}>
		<span className={page['emptyMark']}>
			<ListIcon size={20} />
		</span>
		<h2>{text.emptyTitle}</h2>
		<p>{text.emptyText}</p>
		<Button component="a" variant="default" href={routeHash({ at: 'plan', planId: plan.id })}>
			{text.back}
		</Button>
	</div>
);

export const MessagesPage = ({ planId, domain }: { readonly planId: string; readonly domain: string | null }) => {
	const meta = { failure: 'in place' } as const;
	const plan = useQuery(api.plans.get.queryOptions({ input: { planId }, meta }));
	const messages = useQuery(api.plans.messages.queryOptions({ input: { planId }, meta }));
	const template = useTemplate();
	const failure = plan.error ?? messages.error;
	const isThere = plan.data !== undefined && messages.data !== undefined && template !== undefined;
	const late = useDelayed(!isThere && failure === null);
	if (failure !== null) {
		return (
			<div className={page['column']}>
				<FailureNote failure={failure} />
			</div>
		);
	}
	if (!isThere) {
		return late ? <PageLoading text={text.loading} /> : null;
	}
	return (
		<div className={split['view']}>
			<MessagesHeader plan={plan.data} messages={messages.data} />
			{messages.data.length === 0 ? (
				<NoMessages plan={plan.data} />
			) : (
				<Messages plan={plan.data} messages={messages.data} domain={domain} />
			)}
		</div>
	);
};
