import type { GuidePage } from '../../route.ts';

/** Each page of `docs/guide` as HTML of our own, loaded when somebody wants to read it. */
export const guidePages: Readonly<Record<GuidePage, () => Promise<{ readonly default: string }>>> = {
	'first-steps': () => import('../../../../docs/guide/first-steps.md'),
	admins: () => import('../../../../docs/guide/admins.md'),
	consultants: () => import('../../../../docs/guide/consultants.md'),
	fixing: () => import('../../../../docs/guide/fixing.md'),
	offline: () => import('../../../../docs/guide/offline.md'),
	permissions: () => import('../../../../docs/guide/permissions.md'),
	causes: () => import('../../../../docs/guide/causes.md'),
	keyboard: () => import('../../../../docs/guide/keyboard.md'),
};
