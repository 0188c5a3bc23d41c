import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { OwnerAudience } from '#shared/owner-messages.ts';
import type { OwnerMessage } from '#shared/plan.ts';
import { api, ask } from '../../api.ts';
import { ownerMessageWords as text, words } from '../../messages.ts';
import { copyText } from '../../ui/copy-text.ts';
import { formatMoment } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import { saveAnswer } from '../../ui/files.ts';
import split from '../../ui/split-view.module.css';
import classes from './messages-page.module.css';

interface MessageViewProps {
	readonly planId: string;
	readonly message: OwnerMessage;
	readonly to: OwnerAudience;
	readonly from: string | null;
}

/** Whether somebody sent it: the product never does. */
const Sent = ({ planId, message: { domain, sent }, to }: Omit<MessageViewProps, 'from'>) => {
	const saying = useMutation(api.plans.setMessageSent.mutationOptions({ meta: { invalidates: [api.plans.messages.key()] } }));
	const say = (isSent: boolean): void => saying.mutate({ planId, domain, to, isSent });
	return (
		<p className={classes['sent']}>
			{sent !== undefined && <strong>{text.sentBy(formatMoment(sent.at), sent.user)}</strong>}
			<Button variant="default" size="compact-sm" loading={saying.isPending} onClick={() => say(sent === undefined)}>
				{sent === undefined ? text.markSent : text.notSent}
			</Button>
		</p>
	);
};

/** One message, to be copied in parts or saved as a draft for a mail program. */
export const MessageView = ({ planId, message, to, from }: MessageViewProps) => {
	const { domain, addresses, subject, body } = message;
	const isToPeople = to === 'people';
	const saveEml = async (): Promise<void> => {
		const name = `${domain}.eml`;
		const mail = await ask(api.plans.mail.call({ from, bcc: isToPeople ? [...addresses] : [], subject, body }));
		saveAnswer(name, 'message/rfc822', mail, text.saved(name));
	};
	return (
		<section className={split['main']} aria-label={domain} tabIndex={0}>
			<div className={page['head']}>
				<h2>{domain}</h2>
				<Button onClick={() => void saveEml()}>{text.saveEml}</Button>
			</div>
			<Sent planId={planId} message={message} to={to} />
			<dl className={classes['mail']}>
				{isToPeople ? (
					<div>
						<dt>{text.bcc}</dt>
						<dd>
							<span className={classes['addresses']} tabIndex={0} role="group" aria-label={text.bcc}>
								{addresses.join(', ')}
							</span>
							<span className={page['muted']}>{text.bccHint}</span>
						</dd>
					</div>
				) : (
					<div>
						<dt>{text.to}</dt>
						<dd>{text.toAdministrators(domain)}</dd>
					</div>
				)}
				<div>
					<dt>{text.subject}</dt>
					<dd>
						<strong>{subject}</strong>
					</dd>
				</div>
			</dl>
			<p className={classes['body']}>{body}</p>
			<div className={page['actions']}>
				<Button variant="default" onClick={() => void copyText(addresses.join(', '), words.common.copied(text.people(addresses.length)))}>
					{text.copyAddresses}
				</Button>
				<Button variant="default" onClick={() => void copyText(subject, words.common.copied(text.subject))}>
					{text.copySubject}
				</Button>
				<Button variant="default" onClick={() => void copyText(body, words.common.copied(text.body))}>
					{text.copyBody}
				</Button>
			</div>
		</section>
	);
};
