import { z } from 'zod';
import type { DirectoryUser } from '#core/evidence/site-questions.ts';

const accountStates = ['active', 'inactive', 'closed'] as const;
const membershipStates = ['active', 'suspended', 'no_membership'] as const;
const states = ['active', 'suspended', 'not_invited', 'deactivated', 'for_deletion'] as const;

interface Parts {
	readonly accountStatus: (typeof accountStates)[number] | null;
	readonly membershipStatus: (typeof membershipStates)[number] | null;
}

/** `status` follows from two other fields. Source: Organizations API, `status` of `MultiDirectoryUser`. */
const statusFromParts = ({ accountStatus, membershipStatus }: Parts): DirectoryUser['status'] | null => {
	if (accountStatus === 'inactive') {
		return 'deactivated';
	}
	if (accountStatus !== 'active' || membershipStatus === null) {
		return null;
	}
	return ({ active: 'active', suspended: 'suspended', no_membership: 'not_invited' } as const)[membershipStatus];
};

/** Whether a `status` can be true beside its parts; parts that are absent contradict nothing. */
const agrees = (status: DirectoryUser['status'], { accountStatus, membershipStatus }: Parts): boolean => {
	if (status === 'for_deletion') {
		return true;
	}
	if (status === 'deactivated') {
		return accountStatus !== 'active';
	}
	const membership = ({ active: 'active', suspended: 'suspended', not_invited: 'no_membership' } as const)[status];
	return (accountStatus ?? 'active') === 'active' && (membershipStatus ?? membership) === membership;
};

const optionalOf = <const T extends readonly [string, ...string[]]>(values: T) =>
	z
		.enum(values)
		.nullish()
		.transform((value) => value ?? null);

/** Strict in all that decides a verdict: a value of tomorrow must end as `undetermined`, not as a guess. */
export const directoryUser = z
	.object({
		accountId: z.string().min(1),
		email: z
			.string()
			.trim()
			.regex(/^[^@\s]+@[^@\s]+$/, 'expected an address')
			.toLowerCase(),
		name: z.string().nullish().catch(null),
		status: optionalOf(states),
		accountStatus: optionalOf(accountStates),
		membershipStatus: optionalOf(membershipStates),
		claimStatus: optionalOf(['managed', 'unmanaged']),
		managementSource: optionalOf(['invited', 'synced']),
		emailVerified: z.boolean().nullish(),
	})
	.transform((user, context): DirectoryUser => {
		const status = user.status ?? statusFromParts(user);
		if (status === null) {
			context.addIssue({ code: 'custom', path: ['status'], message: 'expected it, or accountStatus and membershipStatus' });
			return z.NEVER;
		}
		if (!agrees(status, user)) {
			context.addIssue({ code: 'custom', path: ['status'], message: 'expected to agree with accountStatus and membershipStatus' });
			return z.NEVER;
		}
		const { accountId, email, accountStatus, claimStatus, managementSource } = user;
		const verified = user.emailVerified == null ? {} : { emailVerified: user.emailVerified };
		return { accountId, email, name: user.name ?? null, status, accountStatus, claimStatus, managementSource, ...verified };
	});
