import type { DirectoryListing } from '#core/snapshots/pull-context.ts';
import { done, type Failure } from '#shared/outcome.ts';
import { someTime } from './evidence.ts';
import type { ScriptedQuestions } from './scripted-questions.ts';

export interface Listed {
	/** Pages asked for, in order. */
	readonly pages: readonly { readonly cursor: string | null; readonly filtered: boolean }[];
}

/**
 * The scripted site's directory as a listing of everybody, `perPage` a page. `interfere` says what a page is answered
 * instead.
 */
export const withListing = (
	scripted: ScriptedQuestions,
	{
		perPage = 2,
		interfere,
	}: { readonly perPage?: number; readonly interfere?: (cursor: string | null, filtered: boolean) => Failure | null } = {},
): ScriptedQuestions & DirectoryListing & Listed => {
	const pages: { cursor: string | null; filtered: boolean }[] = [];
	return {
		...scripted,
		pages,
		everybody: async (_orgId, { roleIds, resourceIds, cursor }) => {
			const filtered = roleIds !== undefined;
			pages.push({ cursor, filtered });
			const failure = interfere?.(cursor, filtered) ?? null;
			if (failure !== null) return { ok: false, failure };
			const { directory, roles, garbled } = scripted.site;
			const holds = (id: string): boolean =>
				(roles[id] ?? []).some(
					({ resourceId, roles: held }) => resourceIds?.includes(resourceId) && held.some((role) => roleIds?.includes(role)),
				);
			const everybody = directory.filter(({ accountId, status }) => !filtered || (status === 'active' && holds(accountId)));
			const start = Number(cursor ?? 0);
			const page = everybody.slice(start, start + perPage);
			const items = page.filter(({ email }) => garbled[email] === undefined);
			const unreadable = page.flatMap(({ email }) => garbled[email] ?? []);
			const next = start + perPage < everybody.length ? String(start + perPage) : null;
			return done({ value: { items, unreadable, next }, source: 'POST /users/search', at: someTime });
		},
	};
};
