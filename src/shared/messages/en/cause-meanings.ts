import type { CauseCode } from '../../causes.ts';

/** What a cause means, said once for everybody it concerns. */
export const causeMeanings: Record<CauseCode, string> = {
	'already-customer': 'These people are customers of the service project already, with active accounts. Nothing has to be done.',
	'ready-existing': 'These people have active accounts and only have to be added to the service project.',
	'ready-new':
		'These addresses have no account yet, and the site’s customer access admits them: adding them creates a free customer account.',
	'access-revoked':
		'These people have Atlassian accounts, but their access to the organisation is suspended. A suspended account cannot be added as a customer, and the site does not say so.',
	'not-invited': 'These people have Atlassian accounts that were never invited to this site, so the site does not know them.',
	'role-missing':
		'These people have active Atlassian accounts, but none of the roles that let an account use Jira Service Management on this site. The Customer role is free.',
	'portal-account-inactive':
		'These people have portal-only customer accounts on this site that are inactive. No interface of Atlassian reactivates one; a person does it on a page.',
	'customer-access-closed':
		'These addresses have no account, and the site creates none for anybody: Internal and External are both off in Customer access.',
	'domain-not-approved':
		'These addresses have no account, and the site’s customer access does not admit their domains. One decision for a domain lets everybody of it in.',
	'sign-up-not-allowed': 'The site refused to create these accounts and says that sign-up is not available.',
	'managed-elsewhere':
		'These accounts are managed by another organisation, which has deactivated them. Only that organisation can enable them; the alternative removes them here and costs roles and groups.',
	'deactivated-here': 'These accounts are managed by your own organisation, and were deactivated here.',
	'deactivated-by-idp':
		'These accounts are switched off by your identity provider. Atlassian lets nobody enable them; it has to be done where they are managed.',
	'deactivated-by-person':
		'These people seem to have deleted their own Atlassian accounts: no organisation manages them, and they are deactivated until the 14 days of grace are over.',
	'email-not-verified': 'These people have Atlassian accounts whose email address they never confirmed.',
	'blocked-by-export-control': 'Atlassian has blocked these accounts for export control. No administrator can enable them.',
	'deletion-pending': 'These accounts are marked for deletion: they are deactivated now and gone when the grace period ends.',
	'duplicate-accounts':
		'These addresses have two accounts each, an Atlassian account and a portal-only one, and the two stand in each other’s way.',
	'desk-permission-missing': 'The service project gives customers no permission to see or create requests: whoever is added cannot use it.',
	'service-management-offline': 'Jira Service Management is offline on this site: nobody can be added.',
	'caller-lacks-rights': 'These addresses could not be judged: the account that asked lacks a right that the question needs.',
	'invalid-address': 'These rows hold no usable e-mail address. They have to be corrected in the list.',
	'probable-typo':
		'These addresses are probably mistyped: their domain is one letter or two away from a well-known one. Nothing blocks them, but an account made for one would belong to nobody.',
	'repeated-row': 'These addresses stand in the list more than once. They were checked once; the verdict is on the first of their rows.',
	undetermined:
		'Nothing that could be asked settles why these addresses cannot be added. What was asked, and what had no answer, stands with each of them.',
	'not-checked': 'These rows have not been checked: the run ended before it reached them. Resuming it asks only about them.',
};
