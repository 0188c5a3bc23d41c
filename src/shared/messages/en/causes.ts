import type { CauseCode } from '../../causes.ts';
import type { CauseText, FixStep } from '../cause-text.ts';

const addAgain: FixStep = {
	text: 'Then add the address again.',
	path: 'Service project (space) › Customers › Add customers',
	page: 'desk-customers',
};

const same = (...steps: readonly FixStep[]): CauseText['fix'] => ({ centralized: steps, original: steps });

const grantCentralized: FixStep = {
	text: 'Grant the free role: Grant access › Jira Service Management › Customer. Leave every other role off, so that nothing is billed.',
	path: 'The person › Product access › Grant access',
};

const grantOriginal: FixStep = {
	text: 'Turn on “Has access on site”: this reactivates the person. Turn on “Jira Service Management – Customer”, and everything else off, so that nothing is billed.',
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
	text: 'Tick Internal or External (External admits addresses of every domain, unless a list of domains limits it).',
	path: 'Jira settings › Products (or Apps) › Jira Service Management › Customer access',
	page: 'customer-access',
};

export const causeTexts: Record<CauseCode, CauseText> = {
	'already-customer': {
		label: 'Already a customer',
		verdict: ({ email, desk }) => `${email} is a customer of ${desk} already, with an active account.`,
		fix: same(),
	},
	'ready-existing': {
		label: 'Ready, has an account',
		verdict: ({ email, desk }) => `${email} has an active account and only has to be added to ${desk}.`,
		fix: same({
			text: 'Add the address.',
			path: 'Service project (space) › Customers › Add customers',
			page: 'desk-customers',
		}),
	},
	'ready-new': {
		label: 'Ready, new account',
		verdict: ({ email }) => `${email} has no account here; adding it creates a customer account.`,
		fix: same({
			text: 'Add the address; a customer account is created on the way.',
			path: 'Service project (space) › Customers › Add customers',
			page: 'desk-customers',
		}),
	},
	'access-revoked': {
		label: 'Access revoked',
		verdict: ({ email }) => `${email} has an Atlassian account, but its access to this organisation is suspended.`,
		fix: {
			centralized: [
				findCentralized('Find the person and choose “Restore access”. Former roles come back with it: check what is billed.'),
				grantCentralized,
				addAgain,
			],
			original: [findOriginal('Find the person. Former roles come back with the access: check what is billed.'), grantOriginal, addAgain],
		},
	},
	'not-invited': {
		label: 'Not in this organisation',
		verdict: ({ email }) =>
			`${email} has an Atlassian account that is not among the users of this organisation, or not in this site’s directory.`,
		fix: {
			centralized: [
				findCentralized('Choose “Invite users”, enter the address, and pick Jira Service Management with the role Customer only.'),
				addAgain,
			],
			original: [findOriginal('Choose “Invite users” and enter the address.'), grantOriginal, addAgain],
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
		label: 'Portal account inactive',
		verdict: ({ email }) => `${email} has a portal-only customer account on this site, and it is inactive.`,
		fix: {
			centralized: [
				{
					text: 'Search for the address, open its menu and choose “Grant access”.',
					path: 'admin.atlassian.com › Apps (formerly Products) › the site › Jira Service Management › Portal-only customers',
					page: 'portal-only-customers',
				},
				addAgain,
			],
			original: [
				{
					text: 'Search for the address, open its menu and choose “Grant access”.',
					path: 'Site administration › Jira Service Management › Portal-only customers',
					page: 'portal-only-customers',
				},
				addAgain,
			],
		},
	},
	'customer-access-closed': {
		label: 'Customer access closed',
		verdict: ({ email }) => `${email} has no account, and this site creates none: Internal and External are both off.`,
		fix: same(openAccess, addAgain),
	},
	'domain-not-approved': {
		label: 'Domain not approved',
		verdict: ({ email, domain }) => `${email} has no account, and the site’s customer access does not admit ${domain}.`,
		fix: {
			centralized: [
				{
					text: 'With Internal alone: approve the domain with the role “Jira Service Management – Customer”, and leave “needs approval” off.',
					path: 'admin.atlassian.com › Apps (formerly Products) › App access settings (or User access settings) › Approved domains',
					page: 'approved-domains',
				},
				{
					text: 'Or admit outside customers: tick External, and where it is limited to a list of domains, add this one.',
					path: 'Jira settings › Products (or Apps) › Jira Service Management › Customer access',
					page: 'customer-access',
				},
				addAgain,
			],
			original: [
				{
					text: 'With Internal alone: approve the domain with the role “Jira Service Management – Customer”, and leave “needs approval” off.',
					path: 'Site administration › Site access',
					page: 'approved-domains',
				},
				{
					text: 'Or admit outside customers: tick External, and where it is limited to a list of domains, add this one.',
					path: 'Jira settings › Products (or Apps) › Jira Service Management › Customer access',
					page: 'customer-access',
				},
				addAgain,
			],
		},
	},
	'sign-up-not-allowed': {
		label: 'Sign-up not available',
		verdict: ({ email }) => `The site refused to create an account for ${email}: sign-up is not available.`,
		fix: same(
			openAccess,
			{
				text: 'Check that customers may use the project: “Service Project Customer – Portal Access” on Browse Projects and Create Issues.',
				path: 'Service project › Project settings › Permissions',
			},
			addAgain,
		),
	},
	'managed-elsewhere': {
		label: 'Managed elsewhere',
		verdict: ({ email, domain }) =>
			`${email} is an account that another organisation manages (probably the owner of ${domain}), and it is deactivated there.`,
		fix: {
			centralized: [
				checkManaged,
				{
					text: 'First choice: the person asks the administrators who own the domain to enable the account. Nothing is lost.',
				},
				findCentralized(
					'Otherwise: choose “Remove user”. Roles and groups here are lost; adding the address afterwards makes a portal-only account.',
				),
				findCentralized('Check that the person can no longer be found.'),
				addAgain,
			],
			original: [
				checkManaged,
				{
					text: 'First choice: the person asks the administrators who own the domain to enable the account. Nothing is lost.',
				},
				findOriginal(
					'Otherwise: remove the person from the site. Roles and groups here are lost; adding the address afterwards makes a portal-only account.',
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
					text: 'Find the account and choose “Reactivate account”.',
					path: 'admin.atlassian.com › Directory › Managed accounts',
					page: 'directory-users',
				},
				grantCentralized,
				addAgain,
			],
			original: [
				{
					text: 'Find the account and choose “Reactivate account”.',
					path: 'admin.atlassian.com › Directory › Managed accounts',
					page: 'directory-users',
				},
				grantOriginal,
				addAgain,
			],
		},
	},
	'deactivated-by-idp': {
		label: 'Disabled by identity provider',
		verdict: ({ email }) => `${email} is deactivated by your identity provider; Atlassian does not let anyone enable it here.`,
		fix: same(
			{
				text: 'Enable the person in the identity provider, and assign them to the group that is synchronised with Atlassian.',
				path: 'Your identity provider (Entra ID, Okta, Google, …) › Users',
			},
			{
				text: 'Wait for the next synchronisation, or start one.',
				path: 'admin.atlassian.com › Security › Identity providers',
			},
			addAgain,
		),
	},
	'deactivated-by-person': {
		label: 'Deactivated by the person',
		verdict: ({ email }) => `${email} seems to have deleted their own Atlassian account: it is off, and gone for good after 14 days.`,
		fix: same(
			{
				text: 'Ask the person to cancel the deletion in their account settings (id.atlassian.com). They have 14 days from the day they deleted it.',
			},
			{
				text: 'If the account is already gone, or the person does not want it, remove the person here and add the address again: that makes a portal-only account.',
				path: 'admin.atlassian.com › Directory › Users › the person › Remove user',
				page: 'directory-users',
			},
			addAgain,
		),
	},
	'email-not-verified': {
		label: 'Email address not verified',
		verdict: ({ email }) => `${email} has an Atlassian account, but the person never confirmed its email address.`,
		fix: same(
			{
				text: 'Ask the person to log in to id.atlassian.com and to open the link in the verification email. It can be sent again there.',
			},
			addAgain,
		),
	},
	'blocked-by-export-control': {
		label: 'Blocked by export control',
		verdict: ({ email }) => `Atlassian has blocked the account of ${email} for export control. No administrator can enable it.`,
		fix: same({ text: 'Contact Atlassian Support.', path: 'support.atlassian.com/contact' }),
	},
	'deletion-pending': {
		label: 'Deletion pending',
		verdict: ({ email }) => `${email} is marked for deletion: it is deactivated now and gone after the grace period.`,
		fix: same(
			{
				text: 'If your organisation manages the account: open it and choose “Cancel deletion”. If not, the person can cancel it from the mail Atlassian sent.',
				path: 'admin.atlassian.com › Directory › Managed accounts',
				page: 'directory-users',
			},
			addAgain,
		),
	},
	'duplicate-accounts': {
		label: 'Two accounts',
		verdict: ({ email }) =>
			`${email} has two accounts here, an Atlassian account and a portal-only one, and they stand in each other’s way.`,
		fix: {
			centralized: [
				{
					text: 'Search for the address and choose “Migrate to Atlassian account”: its requests move to the Atlassian account.',
					path: 'admin.atlassian.com › Apps (formerly Products) › the site › Jira Service Management › Portal-only customers',
					page: 'portal-only-customers',
				},
				addAgain,
			],
			original: [
				{
					text: 'Search for the address and choose “Migrate to Atlassian account”: its requests move to the Atlassian account.',
					path: 'Site administration › Jira Service Management › Portal-only customers',
					page: 'portal-only-customers',
				},
				addAgain,
			],
		},
	},
	'desk-permission-missing': {
		label: 'Project permission missing',
		verdict: ({ desk }) => `${desk} gives customers no permission to see or create requests, so nobody can use it as a customer.`,
		fix: same(
			{
				text: 'Add “Service Project Customer – Portal Access” to Browse projects and to Create issues.',
				path: 'Service project › Project settings › Permissions',
			},
			addAgain,
		),
	},
	'service-management-offline': {
		label: 'Service management offline',
		verdict: () => 'The organisation lists Jira Service Management on this site as offline. Nobody can be added until it is online again.',
		fix: same({ text: 'Check the subscription of Jira Service Management.', path: 'admin.atlassian.com › Apps' }),
	},
	'caller-lacks-rights': {
		label: 'Not allowed to look',
		verdict: ({ email }) => `${email} could not be judged: the account of the API token may not ask what is needed.`,
		fix: same({
			text: 'Use the token of a site administrator who is also an agent of the service project, and an organisation API key. Then resume the run.',
			path: 'Invite Doctor › Sites',
		}),
	},
	'invalid-address': {
		label: 'Invalid address',
		verdict: ({ email }) => (email.trim() === '' ? 'This row holds no e-mail address.' : `“${email}” is not an e-mail address.`),
		fix: same({ text: 'Correct the row in your list, then import it again.' }),
	},
	'probable-typo': {
		label: 'Probable typo',
		verdict: ({ email, suggestion }) =>
			suggestion === null ? `${email} is probably mistyped.` : `${email} is probably mistyped: did they mean ${suggestion}?`,
		fix: same({ text: 'Ask the person or check your source, correct the row in your list, then import it again.' }),
	},
	'repeated-row': {
		label: 'Repeated row',
		verdict: ({ email }) => `${email} stands in the list earlier; the verdict is on its first row.`,
		fix: same(),
	},
	undetermined: {
		label: 'Undetermined',
		verdict: ({ email }) => `Nothing that could be asked settles why ${email} cannot be added.`,
		fix: same(
			{ text: 'See below which questions had no answer. An organisation API key answers most of them.', path: 'Invite Doctor › Sites' },
			{
				text: 'Or look by hand: is the address in the directory, among the portal-only customers, and is customer access open for it?',
				page: 'customer-access',
			},
		),
	},
	'not-checked': {
		label: 'Not checked yet',
		verdict: ({ email }) => `${email} has not been checked yet.`,
		fix: same({ text: 'Resume the run: only rows without a verdict are asked for.' }),
	},
};
