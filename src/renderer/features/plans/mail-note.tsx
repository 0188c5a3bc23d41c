import { skipToken, useQuery } from '@tanstack/react-query';
import { type Plan, usualMailsPerDay } from '#shared/plan.ts';
import { api } from '../../api.ts';
import { mailWords } from '../../messages.ts';

/** Who gets an e-mail, and over how many days: said before it is sent. */
export const MailNote = ({ plan }: { readonly plan: Plan }) => {
	const { mails = 0 } = plan.estimate;
	const name = plan.site.name;
	// A site that is not stored has the usual budget.
	const { data } = useQuery(api.sites.mailBudget.queryOptions({ input: mails > 0 ? { name } : skipToken, meta: { failure: 'in place' } }));
	if (mails === 0) return null;
	const { perDay, sent } = data ?? { perDay: usualMailsPerDay, sent: 0 };
	const days = Math.ceil((mails + Math.min(sent, perDay)) / perDay);
	return (
		<p>
			{mailWords.willGet(mails)}
			{days > 1 && ` ${mailWords.days(perDay, days)}`}
		</p>
	);
};
