import type { CauseCode } from '../../causes.ts';

/** What a cause means, said once for everybody it concerns. */
export const causeMeanings: Record<CauseCode, string> = {
	'already-customer': 'These people are already customers of the service project, with active accounts. Nothing to do.',
	'ready-existing': 'These people have active accounts. Add them to the service project.',
	'ready-new': 'These addresses have no account here, and customer access allows them. Adding them creates free customer accounts.',
	'access-revoked':
		'These people have Atlassian accounts, but their access to the organisation is suspended. Suspended accounts cannot be added as customers. The site does not mention this.',
	'not-invited': 'These people have Atlassian accounts, but they are not in this organisation or not in this site’s directory.',
	'role-missing':
		'These people have active Atlassian accounts, but no Jira Service Management role on this site. The Customer role is free.',
	'portal-account-inactive':
		'These people have inactive portal-only accounts on this site. They cannot be reactivated by API, only on the Portal-only customers page.',
	'customer-access-closed':
		'These addresses have no account, and the site creates none. Internal and External are both off in Customer access.',
	'domain-not-approved':
		'These addresses have no account, and customer access does not allow their domains. Approving a domain unblocks all its addresses.',
	'sign-up-not-allowed': 'The site refused to create these accounts. It says that sign-up is not available.',
	'managed-elsewhere':
		'Another organisation manages these accounts and has deactivated them. Only that organisation can reactivate them. Alternatively, remove them here: their roles and groups are then lost.',
	'deactivated-here': 'Your organisation manages these accounts and has deactivated them.',
	'deactivated-by-idp': 'Your identity provider has deactivated these accounts. Reactivate them there; Atlassian does not allow it here.',
	'deactivated-by-person':
		'These people appear to have deleted their own Atlassian accounts. The accounts are deactivated now and deleted after 14 days. No organisation manages them.',
	'email-not-verified': 'These people have Atlassian accounts whose email address is not verified.',
	'blocked-by-export-control': 'Atlassian has blocked these accounts for export control. No administrator can reactivate them.',
	'deletion-pending': 'These accounts are marked for deletion. They are deactivated now and deleted after the grace period.',
	'duplicate-accounts': 'Each of these addresses has two active accounts: an Atlassian account and a portal-only account.',
	'desk-permission-missing':
		'Customers have no permission to view or create requests in the service project. Nobody can use it as a customer.',
	'service-management-offline': 'Jira Service Management is offline on this site. Nobody can be added.',
	'caller-lacks-rights': 'These addresses could not be checked. The account of the API token lacks permissions.',
	'invalid-address': 'These rows have no valid email address. Correct them in the list.',
	'probable-typo':
		'The domain of these addresses is one or two letters away from a well-known one. Nobody has an account with them. An account for a mistyped address would belong to nobody.',
	'repeated-row': 'These addresses are in the list more than once. Each was checked once. See its first line for the verdict.',
	undetermined:
		'The available data does not show why these addresses cannot be added. The evidence of each row lists what was checked and what had no answer.',
	'not-checked': 'The run stopped before it reached these rows. Resume it to check them.',
};
