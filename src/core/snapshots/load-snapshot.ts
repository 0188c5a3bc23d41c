import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { PartKind } from '#shared/snapshot.ts';
import type { DeskRef } from '#shared/run.ts';
import { isOfAdminFilesOnly, missingParts } from '#shared/snapshot-gaps.ts';
import { chooseDesk } from '../evidence/connect.ts';
import type { DirectoryUser } from '../evidence/site-questions.ts';
import type { Turns } from '../ports.ts';
import { AdminFileParts } from './admin-file-parts.ts';
import { adminFileParts, type PartName } from './parts.ts';
import { codecs } from './codecs.ts';
import { type AnswerRecord, isUnreadable, type RecordTypes } from './records.ts';
import type { Snapshot } from './snapshot.ts';
import type { StoredSnapshot } from './snapshot-store.ts';

export interface LoadRequest {
	readonly deskKey: string | null;
	/** Goes on with what there is; rows then say what was missing. */
	readonly allowIncomplete: boolean;
}

export interface Loaded {
	readonly snapshot: Snapshot;
	/** `null` where there are admin files only, which are of no desk. */
	readonly desk: DeskRef | null;
}

type Reader = <K extends PartKind>(name: PartName, kind: K, keep: (record: RecordTypes[K]) => void) => Promise<Outcome<null>>;

const tampered = (stored: StoredSnapshot, part: string) => failed('snapshot-tampered', { snapshot: stored.header.id, part });

/** Reads a part to its end, checking every record; the store checks the digest. A part that is not there has no records. */
const readerOf =
	(stored: StoredSnapshot, turns: Turns): Reader =>
	async (name, kind, keep) => {
		const { read } = codecs[kind];
		for (const page of stored.records(name)) {
			if (!page.ok) return page;
			for (const raw of page.value) {
				const record = read(raw);
				if (record === null) return tampered(stored, name);
				keep(record);
			}
			if (turns.isDue()) await turns.give();
		}
		return done(null);
	};

/** In the order of `steps`; the first failure ends it. */
const inOrder = async (steps: readonly (() => Promise<Outcome<null>>)[]): Promise<Outcome<null>> => {
	for (const step of steps) {
		const outcome = await step();
		if (!outcome.ok) return outcome;
	}
	return done(null);
};

/** Many accounts have the same answer: it is kept once. */
const byAccount = <T>(answers: Map<string, AnswerRecord<T>>) => {
	const known = new Map<string, AnswerRecord<T>['answer']>();
	return ({ accountId, at, answer }: AnswerRecord<T>): void => {
		const text = JSON.stringify(answer);
		const same = known.get(text) ?? answer;
		known.set(text, same);
		answers.set(accountId, { accountId, at, answer: same });
	};
};

/**
 * Takes a snapshot into memory as far as a diagnosis for one desk needs it, and checks all of it on the way: nothing of a
 * part that was changed is ever used. Fails with `desk-not-found`, `desk-ambiguous`, `snapshot-incomplete` (`missing`:
 * the parts) and `snapshot-tampered`.
 */
export const loadSnapshot = async (stored: StoredSnapshot, request: LoadRequest, turns: Turns): Promise<Outcome<Loaded>> => {
	const read = readerOf(stored, turns);
	const desks: RecordTypes['desks'][] = [];
	const desksRead = await read('desks', 'desks', (desk) => desks.push(desk));
	if (!desksRead.ok) return desksRead;
	const refs = desks.map(({ id, projectKey, projectName }) => ({ id, key: projectKey, name: projectName }));
	const desk = isOfAdminFilesOnly(stored.parts) ? done(null) : chooseDesk(refs, request.deskKey);
	if (!desk.ok) return desk;
	const deskId = desk.value?.id ?? null;
	const missing = missingParts(stored.parts, deskId);
	const unvouched = stored.digest === null;
	if (!request.allowIncomplete && (missing.length > 0 || unvouched)) {
		return failed('snapshot-incomplete', { snapshot: stored.header.id, takenAt: stored.header.takenAt, missing });
	}
	const snapshot = await readParts(stored, deskId, { desks, missing }, read);
	return snapshot.ok ? done({ snapshot: snapshot.value, desk: desk.value }) : snapshot;
};

const readParts = async (
	stored: StoredSnapshot,
	deskId: string | null,
	known: Pick<Snapshot, 'desks' | 'missing'>,
	read: Reader,
): Promise<Outcome<Snapshot>> => {
	const found: { identity: Snapshot['identity']; organisation: Snapshot['organisation'] } = { identity: null, organisation: null };
	const lists = {
		directories: [] as RecordTypes['directories'][],
		domains: [] as string[],
		holders: [] as RecordTypes['permission'][],
		customers: [] as RecordTypes['customers'][],
		accounts: [] as RecordTypes['accounts'][],
	};
	const people = new DirectoryPeople();
	const adminFiles = new AdminFileParts();
	const assignments: Map<string, RecordTypes['role-assignments']> = new Map();
	const manageable: Map<string, RecordTypes['manageable']> = new Map();
	const all = await inOrder([
		() => read('site', 'site', (identity) => void (found.identity = identity)),
		() => read('organisation', 'organisation', (organisation) => void (found.organisation = organisation)),
		() => read('directories', 'directories', (directory) => lists.directories.push(directory)),
		() => read('domains', 'domains', (domain) => lists.domains.push(domain)),
		...(deskId === null
			? []
			: [
					() => read(`permission:${deskId}`, 'permission', (holders) => lists.holders.push(holders)),
					() => read(`customers:${deskId}`, 'customers', (customer) => lists.customers.push(customer)),
				]),
		() => read('accounts', 'accounts', (account) => lists.accounts.push(account)),
		() => read('directory', 'directory', (user) => people.addUser(user)),
		() => read('roles', 'roles', (holder) => people.addHolder(holder)),
		() => read('role-assignments', 'role-assignments', byAccount(assignments)),
		() => read('manageable', 'manageable', byAccount(manageable)),
		...adminFileParts(stored.parts).map((name) => () => read(name, 'export', (record) => adminFiles.add(name, record))),
	]);
	if (!all.ok) return all;
	if (!adminFiles.areWhole()) return tampered(stored, 'export');
	const { digest, header } = stored;
	const parts = new Map(stored.parts.map((part) => [part.name, part]));
	const { directory, garbledUsers, garbledStrangers, roleHolders, garbledHolders } = people;
	const ofDirectory = { directory, garbledUsers, garbledStrangers, roleHolders, garbledHolders };
	const given = { adminFiles: adminFiles.files(), isOfAdminFilesOnly: isOfAdminFilesOnly(stored.parts) };
	return done({ ...header, digest, parts, ...known, ...found, ...lists, ...ofDirectory, assignments, manageable, ...given });
};

/** The directory by address, and what came garbled. */
class DirectoryPeople {
	readonly directory = new Map<string, readonly DirectoryUser[]>();
	readonly garbledUsers = new Map<string, string>();
	readonly roleHolders = new Set<string>();
	readonly garbledHolders = new Map<string, string>();
	garbledStrangers = 0;

	addUser(user: RecordTypes['directory']): void {
		if (isUnreadable(user)) {
			if (user.key?.includes('@') === true) this.garbledUsers.set(user.key, user.problem);
			else this.garbledStrangers++;
			return;
		}
		const known = this.directory.get(user.email);
		this.directory.set(user.email, known === undefined ? [user] : [...known, user]);
	}

	addHolder(holder: RecordTypes['roles']): void {
		if (!isUnreadable(holder)) this.roleHolders.add(holder.email);
		else if (holder.key !== null) this.garbledHolders.set(holder.key, holder.problem);
	}
}
