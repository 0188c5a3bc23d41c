import { type AdminFileChoice, type AdminFileMemory, openAdminFile, type OpenedAdminFile } from '#core/admin-files/open-admin-file.ts';
import type { AdminFileSource } from '#core/admin-files/survey-admin-file.ts';
import type { AdminFilePerson, AdminFile } from '#core/admin-files/admin-file.ts';
import type { HeaderMemory } from '#core/admin-files/header-memory.ts';
import { adminFileFromBytes, walkingAdminFile } from '#main/files/admin-file-source.ts';
import type { Coverage, AdminFileKind } from '#shared/admin-files.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { need } from './demo-app.ts';

/** Never due: tests of what is read have nobody to give their turn to. */
export const noTurns = { isDue: () => false, give: () => Promise.resolve() };

export interface TestMemory extends AdminFileMemory {
	readonly kept: Map<string, HeaderMemory>;
}

export const testMemory = (): TestMemory => {
	const kept = new Map<string, HeaderMemory>();
	return {
		kept,
		recall: (kind, fingerprint) => kept.get(`${kind} ${fingerprint}`) ?? null,
		keep: (kind, fingerprint, memory) => {
			kept.set(`${kind} ${fingerprint}`, memory);
			return done(null);
		},
	};
};

export const sourceOfText = async (text: string | Buffer, name = 'file.csv'): Promise<Outcome<AdminFileSource>> =>
	adminFileFromBytes(name, Buffer.from(text));

/** Opens a file as the product does, from its bytes. */
export const openText = async (
	text: string | Buffer,
	choice: AdminFileChoice = {},
	{ name = 'file.csv', memory = testMemory() }: { readonly name?: string; readonly memory?: AdminFileMemory } = {},
): Promise<Outcome<OpenedAdminFile>> => {
	const source = await sourceOfText(text, name);
	return source.ok ? walkingAdminFile(name, () => openAdminFile(source.value, choice, memory, noTurns)) : source;
};

export interface FileOptions extends AdminFileChoice {
	readonly takenAt?: string;
	readonly coverage?: Coverage;
	readonly name?: string;
}

export const day = (text: string): string => `${text}T00:00:00.000Z`;

/** A file as a snapshot would take it in. */
export const fileOfText = async (
	text: string,
	{ takenAt = day('2026-11-20'), coverage = 'all', name = 'file.csv', ...choice }: FileOptions = {},
): Promise<AdminFile> => need(need(await openText(text, choice, { name })).file({ takenAt, coverage }));

export const peopleIn = (file: AdminFile): Readonly<Record<string, AdminFilePerson['meanings']>> =>
	Object.fromEntries([...file.people].map(([email, { meanings }]) => [email, meanings]));

export const headers: Readonly<Record<Exclude<AdminFileKind, 'portal'>, string>> = {
	users: 'User id,User name,email,User status,Added to org,Org role,Jira Service Management - acme',
	managed: 'Name,Email,Last active,Status,Billable,Policy name,Policy type,SAML single sign-on,Jira Service Management',
	domains: 'Name,Email,Atlassian ID,Status,Last active,Claimed,Billable,Verified email,Jira Service Management',
};
