import type { CauseCode } from '../../causes.ts';
import type { CauseText, FixStep } from '../cause-text.ts';
import { formatCount } from './numbers.ts';

const addAgain: FixStep = {
	text: 'Then add the address again.',
	path: 'Service project (space) › Customers › Add customers',
	page: 'desk-customers',
};

const same = (...steps: readonly FixStep[]): CauseText['fix'] => ({ centralized: steps, original: steps });

const grantCentralized: FixStep = {
	text: 'Select “Grant access” › Jira Service Management › Customer. This role is free. Leave all other roles off to avoid charges.',
	path: 'The person › Product access › Grant access',
};

const grantOriginal: FixStep = {
	text: 'Turn on “Has access on site”. This reactivates the person. Turn on “Jira Service Management – Customer” and turn off all other roles to avoid charges.',
	path: 'Site administration › Users › the person › Access',
};

const findCentralized = (text: string): FixStep => ({
	text,
	path: 'admin.atlassian.com › Directory › Users',
	page: 'directory-users',
});

const findOriginal = (text: string): FixStep => ({
	text,
	path: 'Site administration › Users',
	page: 'directory-users',
});

const checkManaged: FixStep = {
	text: 'To check: open the person. If “Suggest changes” is greyed out, another organisation manages the account.',
	path: 'admin.atlassian.com › Directory › Users › the person',
	page: 'directory-users',
};

const openAccess: FixStep = {
	text: 'Select Internal or External. External allows every domain, unless it is limited to a list of domains.',
	path: 'Jira settings › Products (or Apps) › Jira Service Management › Customer access',
	page: 'customer-access',
};

export const causeTexts: Record<CauseCode, CauseText> = {
	'already-customer': {
		label: 'Already a customer',
		verdict: ({ email, desk }) => `${email} is already a customer of ${desk}, with an active account.`,
		fix: same(),
	},
	'ready-existing': {
		label: 'Ready, has an account',
		verdict: ({ email, desk }) => `${email} has an active account. Add it to ${desk}.`,
		fix: same({
			text: 'Add the address.',
			path: 'Service project (space) › Customers › Add customers',
			page: 'desk-customers',
		}),
	},
	'ready-new': {
		label: 'Ready, new account',
		verdict: ({ email }) => `${email} has no account here. Adding it creates a customer account.`,
		fix: same({
			text: 'Add the address. This creates a customer account.',
			path: 'Service project (space) › Customers › Add customers',
			page: 'desk-customers',
		}),
	},
	'access-revoked': {
		label: 'Access suspended',
		verdict: ({ email }) => `${email} has an Atlassian account whose access to this organisation is suspended.`,
		fix: {
			centralized: [
				findCentralized('Find the person and select “Restore access”. This also restores former roles. Check which of them are billed.'),
				grantCentralized,
				addAgain,
			],
			original: [
				findOriginal('Find the person. Restoring access also restores former roles. Check which of them are billed.'),
				grantOriginal,
				addAgain,
			],
		},
	},
	'not-invited': {
		label: 'Not in this organisation',
		verdict: ({ email }) => `${email} has an Atlassian account, but it is not in this organisation or not in this site’s directory.`,
		fix: {
			centralized: [
				findCentralized('Select “Invite users”, enter the address, and choose Jira Service Management with the role Customer only.'),
				addAgain,
			],
			original: [findOriginal('Select “Invite users” and enter the address.'), grantOriginal, addAgain],
		},
	},
	'role-missing': {
		label: 'No customer role',
		verdict: ({ email }) => `${email} has an active Atlassian account, but no Jira Service Management role on this site.`,
		fix: {
			centralized: [findCentralized('Find the person.'), grantCentralized, addAgain],
			original: [findOriginal('Find the person.'), grantOriginal, addAgain],
		},
	},
	'portal-account-inactive': {
		label: 'Portal-only account inactive',
		verdict: ({ email }) => `${email} has an inactive portal-only account on this site.`,
		fix: {
			centralized: [
				{
					text: 'Search for the address, open its menu and select “Grant access”.',
					path: 'admin.atlassian.com › Apps (formerly Products) › the site › Jira Service Management › Portal-only customers',
					page: 'portal-only-customers',
				},
				addAgain,
			],
			original: [
				{
					text: 'Search for the address, open its menu and select “Grant access”.',
					path: 'Site administration › Jira Service Management › Portal-only customers',
					page: 'portal-only-customers',
				},
				addAgain,
			],
		},
	},
	'customer-access-closed': {
		label: 'Customer access closed',
		verdict: ({ email }) => `${email} has no account, and this site creates none. Internal and External are both off.`,
		fix: same(openAccess, addAgain),
	},
	'domain-not-approved': {
		label: 'Domain not approved',
		verdict: ({ email, domain }) => `${email} has no account, and customer access does not allow ${domain}.`,
		fix: {
			centralized: [
				{
					text: 'If only Internal is on: approve the domain with the role “Jira Service Management – Customer”. Do not require approval.',
					path: 'admin.atlassian.com › Apps (formerly Products) › App access settings (or User access settings) › Approved domains',
					page: 'approved-domains',
				},
				{
					text: 'Or allow external customers: select External. If it is limited to a list of domains, add this domain.',
					path: 'Jira settings › Products (or Apps) › Jira Service Management › Customer access',
					page: 'customer-access',
				},
				addAgain,
			],
			original: [
				{
					text: 'If only Internal is on: approve the domain with the role “Jira Service Management – Customer”. Do not require approval.',
					path: 'Site administration › Site access',
					page: 'approved-domains',
				},
				{
					text: 'Or allow external customers: select External. If it is limited to a list of domains, add this domain.',
					path: 'Jira settings › Products (or Apps) › Jira Service Management › Customer access',
					page: 'customer-access',
				},
				addAgain,
			],
		},
	},
	'sign-up-not-allowed': {
		label: 'Sign-up not available',
		verdict: ({ email }) => `The site refused to create an account for ${email}. Sign-up is not available.`,
		fix: same(
			openAccess,
			{
				text: 'Check that customers can use the service project: Browse projects and Create issues need “Service Project Customer – Portal Access”.',
				path: 'Service project › Project settings › Permissions',
			},
			addAgain,
		),
	},
	'managed-elsewhere': {
		label: 'Managed by another organisation',
		verdict: ({ email, domain }) => `Another organisation manages ${email} and has deactivated it. It is probably the owner of ${domain}.`,
		fix: {
			centralized: [
				checkManaged,
				{
					text: 'Recommended: have the person ask the administrators of the domain to reactivate the account. Nothing is lost.',
				},
				findCentralized(
					'Otherwise: select “Remove user”. This removes the person’s roles and groups here. Adding the address again creates a portal-only account.',
				),
				findCentralized('Check that the person can no longer be found.'),
				addAgain,
			],
			original: [
				checkManaged,
				{
					text: 'Recommended: have the person ask the administrators of the domain to reactivate the account. Nothing is lost.',
				},
				findOriginal(
					'Otherwise: remove the person from the site. This removes the person’s roles and groups here. Adding the address again creates a portal-only account.',
				),
				findOriginal('Check that the person can no longer be found.'),
				addAgain,
			],
		},
	},
	'deactivated-here': {
		label: 'Deactivated by your organisation',
		verdict: ({ email }) => `Your organisation manages the account of ${email} and has deactivated it.`,
		fix: {
			centralized: [
				{
					text: 'Find the account and select “Reactivate account”.',
					path: 'admin.atlassian.com › Directory › Managed accounts',
					page: 'directory-users',
				},
				grantCentralized,
				addAgain,
			],
			original: [
				{
					text: 'Find the account and select “Reactivate account”.',
					path: 'admin.atlassian.com › Directory › Managed accounts',
					page: 'directory-users',
				},
				grantOriginal,
				addAgain,
			],
		},
	},
	'deactivated-by-idp': {
		label: 'Deactivated by identity provider',
		verdict: ({ email }) => `Your identity provider has deactivated ${email}. It cannot be reactivated in Atlassian.`,
		fix: same(
			{
				text: 'Activate the person in the identity provider. Assign them to the group that is synchronised with Atlassian.',
				path: 'Your identity provider (Entra ID, Okta, Google, …) › Users',
			},
			{
				text: 'Wait for the next synchronisation or start one.',
				path: 'admin.atlassian.com › Security › Identity providers',
			},
			addAgain,
		),
	},
	'deactivated-by-person': {
		label: 'Deactivated by the person',
		verdict: ({ email }) =>
			`${email} appears to have deleted their own Atlassian account. It is deactivated now and deleted after 14 days.`,
		fix: same(
			{
				text: 'Ask the person to cancel the deletion in their account settings (id.atlassian.com). This is possible for 14 days.',
			},
			{
				text: 'If the account is already deleted, or the person does not want it: remove the person here and add the address again. This creates a portal-only account.',
				path: 'admin.atlassian.com › Directory › Users › the person › Remove user',
				page: 'directory-users',
			},
			addAgain,
		),
	},
	'email-not-verified': {
		label: 'Email address not verified',
		verdict: ({ email }) => `${email} has an Atlassian account, but its email address is not verified.`,
		fix: same(
			{
				text: 'Ask the person to log in to id.atlassian.com and open the link in the verification email. They can resend the email there.',
			},
			addAgain,
		),
	},
	'blocked-by-export-control': {
		label: 'Blocked by export control',
		verdict: ({ email }) => `Atlassian has blocked the account of ${email} for export control. No administrator can reactivate it.`,
		fix: same({ text: 'Contact Atlassian Support.', path: 'support.atlassian.com/contact' }),
	},
	'deletion-pending': {
		label: 'Deletion pending',
		verdict: ({ email }) => `${email} is marked for deletion. It is deactivated now and deleted after the grace period.`,
		fix: same(
			{
				text: 'If your organisation manages the account: open it and select “Cancel deletion”. If not, the person can cancel the deletion from the email Atlassian sent.',
				path: 'admin.atlassian.com › Directory › Managed accounts',
				page: 'directory-users',
			},
			addAgain,
		),
	},
	'duplicate-accounts': {
		label: 'Duplicate accounts',
		verdict: ({ email }) => `${email} has two active accounts here: an Atlassian account and a portal-only account.`,
		fix: {
			centralized: [
				{
					text: 'Search for the address and select “Migrate to Atlassian account”. Its requests move to the Atlassian account.',
					path: 'admin.atlassian.com › Apps (formerly Products) › the site › Jira Service Management › Portal-only customers',
					page: 'portal-only-customers',
				},
				addAgain,
			],
			original: [
				{
					text: 'Search for the address and select “Migrate to Atlassian account”. Its requests move to the Atlassian account.',
					path: 'Site administration › Jira Service Management › Portal-only customers',
					page: 'portal-only-customers',
				},
				addAgain,
			],
		},
	},
	'desk-permission-missing': {
		label: 'Project permission missing',
		verdict: ({ desk }) => `Customers have no permission to view or create requests in ${desk}. Nobody can use it as a customer.`,
		fix: same(
			{
				text: 'Add “Service Project Customer – Portal Access” to Browse projects and Create issues.',
				path: 'Service project › Project settings › Permissions',
			},
			addAgain,
		),
	},
	'service-management-offline': {
		label: 'Jira Service Management offline',
		verdict: () => 'Jira Service Management is offline on this site. Nobody can be added until it is online again.',
		fix: same({ text: 'Check the subscription of Jira Service Management.', path: 'admin.atlassian.com › Apps' }),
	},
	'caller-lacks-rights': {
		label: 'Missing permissions',
		verdict: ({ email }) => `${email} could not be checked. The account of the API token lacks permissions.`,
		fix: same({
			text: 'Use the token of a site admin who is also an agent of the service project, and an organisation API key. Then resume the run.',
			path: 'Invite Doctor › Sites',
		}),
	},
	'invalid-address': {
		label: 'Invalid address',
		verdict: ({ email }) => (email.trim() === '' ? 'This row has no email address.' : `“${email}” is not an email address.`),
		fix: same({ text: 'Correct the address in the run, or in your list.' }),
	},
	'probable-typo': {
		label: 'Possible typo',
		verdict: ({ email, suggestion }) =>
			suggestion === null ? `Possible typo in ${email}.` : `Possible typo in ${email}. Did you mean ${suggestion}?`,
		fix: same({ text: 'Check the address with the person or your source. Then correct it in the run, or in your list.' }),
	},
	'repeated-row': {
		label: 'Duplicate row',
		verdict: ({ firstLine }) => (firstLine === null ? 'Duplicate of an earlier line.' : `Duplicate of line ${formatCount(firstLine)}.`),
		fix: same(),
	},
	undetermined: {
		label: 'Undetermined',
		verdict: ({ email }) => `The available data does not show why ${email} cannot be added.`,
		fix: same(
			{ text: 'See below which checks had no answer. An organisation API key answers most of them.', path: 'Invite Doctor › Sites' },
			{
				text: 'Or check manually: is the address in the directory or among the portal-only customers, and does customer access allow it?',
				page: 'customer-access',
			},
		),
	},
	'not-checked': {
		label: 'Not checked yet',
		verdict: ({ email }) => `${email} has not been checked yet.`,
		fix: same({ text: 'Resume the run. It checks only rows without a verdict.' }),
	},
};
