import { type Failure, failed, type Outcome } from '#shared/outcome.ts';
import type { DeskRef } from '#shared/run.ts';
import { connect, type Organisation } from '../evidence/connect.ts';
import { RunStopped } from '../run-stopped.ts';
import type { Answered, Desk, SiteQuestions } from '../evidence/site-questions.ts';
import type { PartName } from './parts.ts';
import { must, type Pull, stopIfAborted } from './pull-context.ts';
import { codecs } from './codecs.ts';
import type { RecordTypes } from './records.ts';
import type { PartEnd, SnapshotDraft } from './snapshot-store.ts';

export interface Connected {
	readonly organisation: Organisation | null;
	readonly desks: readonly DeskRef[];
}

/** In the place of the account's id, where the token lacks the scope to tell it. */
const nobody = 'unknown';

const complete: PartEnd = { state: 'complete', why: null };

interface Heard {
	/** Reads that `connect` does without where they are refused. */
	readonly refusals: Map<'directories' | 'domains', Failure>;
	readonly desks: Desk[];
}

/** Hears of `connect`'s answers what it does not pass on: why a list is empty, and the whole of a desk. */
const listenTo = (questions: SiteQuestions, { refusals, desks }: Heard): SiteQuestions => {
	const note = async <T>(name: 'directories' | 'domains', answer: Promise<Outcome<Answered<T>>>): Promise<Outcome<Answered<T>>> => {
		const outcome = await answer;
		if (!outcome.ok) refusals.set(name, outcome.failure);
		return outcome;
	};
	return {
		...questions,
		directories: (orgId, cursor) => note('directories', questions.directories(orgId, cursor)),
		verifiedDomains: (orgId, cursor) => note('domains', questions.verifiedDomains(orgId, cursor)),
		desks: async (cursor) => {
			const outcome = await questions.desks(cursor);
			if (outcome.ok) desks.push(...outcome.value.value.items);
			return outcome;
		},
	};
};

/** What the draft holds of a part that is one record. */
const onlyRecord = <K extends 'site' | 'organisation'>(draft: SnapshotDraft, kind: K): RecordTypes[K] | null => {
	for (const page of draft.records(kind)) for (const raw of page) return codecs[kind].read(raw);
	return null;
};

/** Tokens can lead to another site or organisation than those the snapshot was begun with: the two must never mix. */
const refuseOtherSite = (draft: SnapshotDraft, cloudId: string, organisation: Organisation | null): void => {
	const begunCloudId = onlyRecord(draft, 'site')?.cloudId ?? cloudId;
	const begunOrg = onlyRecord(draft, 'organisation')?.id;
	const otherOrg = begunOrg !== undefined && organisation !== null && organisation.id !== begunOrg;
	if (begunCloudId !== cloudId || otherOrg) {
		throw new RunStopped(failed('snapshot-other-site', { snapshot: draft.header.id, site: draft.header.site.url }).failure);
	}
};

/** Small parts are read anew by every pull, each in one go. */
const rewrite = <K extends Exclude<keyof RecordTypes, 'accounts' | 'customers'>>(
	{ draft, onProgress }: Pull,
	[name, kind]: readonly [PartName, K],
	source: string,
	records: readonly RecordTypes[K][],
	at: string,
	end: PartEnd = complete,
): void => {
	const { write, read } = codecs[kind];
	must(draft.begin(name, source));
	must(draft.empty(name));
	const raw = records.map(write);
	if (raw.some((one) => read(one) === null)) {
		throw new RunStopped(failed('unexpected-answer', { call: source, problem: 'an id or name that is no id or name' }).failure);
	}
	if (end.state === 'complete') must(draft.append(name, raw, { at, cursor: null }, end));
	else must(draft.settle(name, end));
	onProgress(name, null);
};

/** Who we talk to, the organisation, its directories and domains, and the desks. Asked anew by every pull. */
export const pullConnection = async (pull: Pull): Promise<Connected> => {
	const heard: Heard = { refusals: new Map(), desks: [] };
	const { cloudId, account, permissions, organisation, ...listed } = must(await connect(listenTo(pull.questions, heard), pull.connect));
	const desks = must(listed.desks);
	refuseOtherSite(pull.draft, cloudId, organisation);
	const at = new Date(pull.clock.now()).toISOString();
	const orRefused = (name: 'directories' | 'domains'): PartEnd => {
		const failure = heard.refusals.get(name);
		return failure === undefined ? complete : { state: 'refused', why: failure.code };
	};
	rewrite(
		pull,
		['site', 'site'],
		'GET /_edge/tenant_info, GET /rest/api/3/myself',
		[{ cloudId, accountId: account?.accountId ?? nobody, name: account?.name ?? null, permissions }],
		at,
	);
	rewrite(pull, ['desks', 'desks'], 'GET /rest/servicedeskapi/servicedesk', heard.desks, at);
	const ofOrganisation = 'POST /admin/v2/orgs/{orgId}/workspaces';
	if (organisation === null) {
		rewrite(pull, ['organisation', 'organisation'], ofOrganisation, [], at, { state: 'not-asked', why: 'no-org-key' });
		return { organisation, desks };
	}
	rewrite(pull, ['organisation', 'organisation'], ofOrganisation, [organisation], at);
	const directoriesEnd = orRefused('directories');
	rewrite(pull, ['directories', 'directories'], 'GET /admin/v2/orgs/{orgId}/directories', organisation.directories, at, directoriesEnd);
	rewrite(pull, ['domains', 'domains'], 'GET /admin/v1/orgs/{orgId}/domains', organisation.verifiedDomains, at, orRefused('domains'));
	return { organisation, desks };
};

const borne: readonly Failure['code'][] = ['caller-lacks-rights', 'call-refused', 'unexpected-answer', 'site-error', 'scope-missing'];

/** The desk's permission scheme. A diagnosis bears its refusal, and so does a pull. */
export const pullPermission = async (pull: Pull, desk: DeskRef): Promise<void> => {
	stopIfAborted(pull.signal);
	const name: PartName = `permission:${desk.id}`;
	const source = 'GET /rest/api/3/project/{projectKeyOrId}/permissionscheme';
	const outcome = await pull.questions.permissionHolders(desk.key);
	if (outcome.ok) {
		const records = Object.entries(outcome.value.value).map(([permission, holders]) => ({ permission, holders }));
		rewrite(pull, [name, 'permission'], source, records, outcome.value.at);
		return;
	}
	if (!borne.includes(outcome.failure.code)) throw new RunStopped(outcome.failure);
	const at = new Date(pull.clock.now()).toISOString();
	rewrite(pull, [name, 'permission'], source, [], at, { state: 'refused', why: outcome.failure.code });
};
