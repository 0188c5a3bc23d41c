import { Button, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type OwnerAudience, ownerAudiences } from '#shared/owner-messages.ts';
import type { OwnerMessage, Plan } from '#shared/plan.ts';
import { api, ask } from '../../api.ts';
import { language } from '../../language.ts';
import { ownerMessageWords as text } from '../../messages.ts';
import { goTo, routeHash } from '../../route.ts';
import { allSites, siteCheck } from '../../sites.ts';
import { ListIcon } from '../../ui/icons.tsx';
import { formatMoment } from '../../ui/formats.ts';
import header from '../../ui/page-header.module.css';
import { AbsentPage, EmptyPage } from '../../ui/page-states.tsx';
import page from '../../ui/page.module.css';
import { saveAnswer } from '../../ui/files.ts';
import split from '../../ui/split-view.module.css';
import { VirtualOptions } from '../../ui/virtual-options.tsx';
import { MessageView } from './message-view.tsx';
import classes from './messages-page.module.css';
import { TemplateDialog } from './template-dialog.tsx';

/** Who asks: the organisation that a check of the site found. */
const useOrganisation = (siteName: string): string | undefined => {
	const { data: check } = useQuery({ ...siteCheck(siteName), enabled: false });
	return check?.organisation?.name ?? undefined;
};

const factsOf = (message: OwnerMessage | undefined): string =>
	[text.people(message?.addresses.length ?? 0), ...(message?.sent === undefined ? [] : [text.sentOn(formatMoment(message.sent.at))])].join(
		' · ',
	);

interface MessagesProps {
	readonly plan: Plan;
	readonly to: OwnerAudience;
	readonly messages: readonly OwnerMessage[];
	readonly domain: string | null;
}

const Messages = ({ plan, to, messages, domain }: MessagesProps) => {
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
							<span className={page['muted']}>{factsOf(messages[position])}</span>
						</span>
					)}
					onActivate={activate}
				/>
			</div>
			{shown !== undefined && <MessageView planId={plan.id} message={shown} to={to} from={from} />}
		</div>
	);
};

const SaveAll = ({ to, messages }: { readonly to: OwnerAudience; readonly messages: readonly OwnerMessage[] }) => {
	const save = async (): Promise<void> => {
		const table = await ask(api.plans.mailTable.call({ to, titles: text.columns, messages }));
		saveAnswer(text.csvName, 'text/csv;charset=utf-8', table, text.saved(text.csvName));
	};
	return (
		<Button variant="default" onClick={() => void save()}>
			{text.saveCsv}
		</Button>
	);
};

interface HeaderProps {
	readonly plan: Plan;
	readonly to: OwnerAudience;
	readonly messages: readonly OwnerMessage[];
	readonly onTo: (to: OwnerAudience) => void;
}

const MessagesHeader = ({ plan, to, messages, onTo }: HeaderProps) => (
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
					<SegmentedControl
						aria-label={text.to}
						value={to}
						onChange={onTo}
						data={ownerAudiences.map((value) => ({ value, label: text.audiences[value] }))}
					/>
					<TemplateDialog key={to} to={to} />
					<SaveAll to={to} messages={messages} />
				</div>
			)}
		</div>
		<p className={page['muted']}>{messages.length > 0 && text.intro}</p>
	</header>
);

const NoMessages = ({ plan }: { readonly plan: Plan }) => (
	<EmptyPage icon={<ListIcon size={20} />} title={text.emptyTitle} text={text.emptyText}>
		<Button component="a" variant="default" href={routeHash({ at: 'plan', planId: plan.id })}>
			{text.back}
		</Button>
	</EmptyPage>
);

export const MessagesPage = ({ planId, domain }: { readonly planId: string; readonly domain: string | null }) => {
	const meta = { failure: 'in place' } as const;
	const [to, setTo] = useState<OwnerAudience>('people');
	const plan = useQuery(api.plans.get.queryOptions({ input: { planId }, meta }));
	const organisation = useOrganisation(plan.data?.site.name ?? '');
	const input = { planId, to, language, organisation };
	const messages = useQuery(api.plans.messages.queryOptions({ input, meta, placeholderData: keepPreviousData, enabled: plan.isSuccess }));
	const failure = plan.error ?? messages.error;
	const isThere = plan.data !== undefined && messages.data !== undefined;
	if (failure !== null || !isThere) return <AbsentPage failure={failure} text={text.loading} />;
	return (
		<div className={split['view']}>
			<MessagesHeader plan={plan.data} to={to} messages={messages.data} onTo={setTo} />
			{messages.data.length === 0 ? (
				<NoMessages plan={plan.data} />
			) : (
				<Messages plan={plan.data} to={to} messages={messages.data} domain={domain} />
			)}
		</div>
	);
};
