import type { CompanyDomain } from './names.ts';
import type { DirectoryUser, RoleGrant } from './world.ts';

/** Resources of the demo organisation that a recipe may give a role on. */
export interface Resources {
	readonly jsm: string;
	readonly jira: string;
	readonly otherSiteJsm: string;
}

export interface RecipeResult {
	/** Facts of the Atlassian account; absent: there is none. */
	readonly user?: Partial<DirectoryUser>;
	/** The portal-only account; absent: there is none. */
	readonly customer?: { readonly active: boolean };
	readonly member?: boolean;
	/** Where no answer says it in so many words. */
	readonly certainty?: 'likely';
}

export interface CauseRecipe {
	readonly domains: readonly CompanyDomain[];
	/** How many of the default list's 250 rows are of this cause. */
	readonly weight: number;
	/** `variant` counts up, so that every reading of a cause occurs. */
	readonly make: (variant: number, resources: Resources) => RecipeResult;
}

const own: readonly CompanyDomain[] = ['halden-group.example', 'halden-labs.example'];
const admitted: readonly CompanyDomain[] = ['brightwater.example', 'orchidbank.example', 'tinplate.example', 'gmail.com'];
const anyone: readonly CompanyDomain[] = [...own, ...admitted, 'outlook.com'];

const grant = (resourceId: string, role: string, method: RoleGrant['method'] = 'direct'): RoleGrant => ({
	resourceId,
	role: `atlassian/${role}`,
	method,
});

/** How the people of each row-level cause come about (DOMAIN.md section 3). */
export const causeRecipes: Readonly<Record<string, CauseRecipe>> = {
	'already-customer': {
		domains: anyone,
		weight: 30,
		make: (variant, { jsm }) =>
			variant % 2 === 0
				? { customer: { active: true }, member: true }
				: { user: { roles: [grant(jsm, 'customer')], emailHidden: variant % 4 === 1 }, member: true },
	},
	'ready-existing': {
		domains: anyone,
		weight: 24,
		make: (variant, { jsm, jira }) => {
			if (variant % 4 === 0) return { customer: { active: true } };
			// What a migration leaves behind is no second account.
			if (variant % 4 === 1) return { user: { roles: [grant(jsm, 'customer', 'group_direct')] }, customer: { active: false } };
			if (variant % 4 === 2) return { user: { roles: [grant(jsm, 'user'), grant(jira, 'user')], emailHidden: true } };
			return { user: { roles: [grant(jsm, 'stakeholder')] } };
		},
	},
	'ready-new': { domains: anyone, weight: 33, make: () => ({}) },
	'access-revoked': {
		domains: anyone,
		weight: 22,
		make: (variant, { jsm, jira }) => ({
			user: {
				membership: 'suspended',
				roles: variant % 3 === 0 ? [grant(jira, 'user'), grant(jsm, 'customer')] : [grant(jsm, 'customer')],
			},
		}),
	},
	'not-invited': {
		domains: own,
		weight: 10,
		make: () => ({ user: { membership: 'no_membership', claimStatus: 'managed', managementSource: null } }),
	},
	'role-missing': {
		domains: anyone,
		weight: 18,
		make: (variant, { jira, otherSiteJsm }) => {
			if (variant % 3 === 0) return { user: {} };
			return { user: { roles: [variant % 3 === 1 ? grant(jira, 'user') : grant(otherSiteJsm, 'customer')] } };
		},
	},
	'portal-account-inactive': {
		domains: [...admitted, 'mosswood.example'],
		weight: 20,
		make: (variant) => ({ customer: { active: false }, member: variant % 3 === 0 }),
	},
	'domain-not-approved': {
		domains: ['mosswood.example', 'mosswood.example', 'quarry-partners.example', 'fernhill-clinic.example'],
		weight: 24,
		make: () => ({}),
	},
	'managed-elsewhere': {
		domains: ['kestrel-air.example'],
		weight: 9,
		make: (variant) => ({
			user: {
				accountActive: false,
				claimStatus: 'unmanaged',
				enablement: variant % 2 === 0 ? 'forbidden' : 'managedAccount',
			},
			// A bare 403 does not say who manages the account.
			...(variant % 2 === 0 ? { certainty: 'likely' } : {}),
		}),
	},
	'deactivated-here': {
		domains: own,
		weight: 7,
		make: (_variant, { jsm }) => ({
			user: { accountActive: false, claimStatus: 'managed', enablement: 'allowed', roles: [grant(jsm, 'customer')] },
		}),
	},
	'deactivated-by-idp': {
		domains: own,
		weight: 6,
		make: (variant) => {
			const reason = (['externalDirectory.scim', 'externalDirectory.google', 'authPolicy.saml'] as const)[variant % 3];
			return {
				user: {
					accountActive: false,
					claimStatus: 'managed',
					managementSource: variant % 3 === 2 ? 'invited' : 'synced',
					enablement: reason ?? 'externalDirectory.scim',
				},
			};
		},
	},
	'deletion-pending': {
		domains: own,
		weight: 5,
		make: () => ({ user: { accountActive: false, forDeletion: true, claimStatus: 'managed', enablement: 'allowed' } }),
	},
	'duplicate-accounts': {
		domains: ['brightwater.example', 'orchidbank.example'],
		weight: 6,
		make: (variant, { jsm }) => ({
			user: { roles: [grant(jsm, 'customer')] },
			customer: { active: true },
			member: variant % 2 === 0,
		}),
	},
	'deactivated-by-person': {
		domains: ['gmail.com', 'outlook.com'],
		weight: 5,
		make: () => ({ user: { accountActive: false, claimStatus: 'unmanaged', enablement: 'forbidden' }, certainty: 'likely' }),
	},
	'email-not-verified': {
		domains: ['tinplate.example', 'gmail.com'],
		weight: 5,
		make: (variant, { jsm }) =>
			variant % 2 === 0
				? { user: { accountActive: false, claimStatus: 'unmanaged', enablement: 'forbidden.targetUnverified', emailVerified: false } }
				: { user: { roles: [grant(jsm, 'customer')], emailVerified: false } },
	},
	'blocked-by-export-control': {
		domains: ['tinplate.example'],
		weight: 5,
		make: () => ({ user: { accountActive: false, claimStatus: 'unmanaged', enablement: 'blocked.exportControl' } }),
	},
};
