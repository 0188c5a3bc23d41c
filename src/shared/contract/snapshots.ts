import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { type ColumnRole, coverages, type AdminFilePreview, adminFileKinds, meaningsOf } from '../admin-files.ts';
import type { ReportDelivered } from '../reports.ts';
import type { SnapshotInfo, SnapshotList, SnapshotProgress } from '../snapshot.ts';
import { access, columnIndex, deskKey, givenFile, outcome, pastedText, siteAddress, siteChoice, siteName, snapshotId } from './parts.ts';

const adminFileId = z.string().min(1).max(64);
const fileBytes = z.number().int().min(0);

const column = columnIndex.nullable().optional();
const meanings = <const T extends readonly [string, ...string[]]>(values: T) => z.record(z.string().max(200), z.enum(values)).optional();

/** What somebody corrects of what was recognised. */
const adminFileChoice = {
	kind: z.enum(adminFileKinds).optional(),
	mapping: z
		.object({
			address: column,
			name: column,
			'account-id': column,
			status: column,
			'last-active': column,
			claimed: column,
			managed: column,
			'email-verified': column,
			'service-management': column,
			groups: column,
		} satisfies Record<ColumnRole, typeof column>)
		.optional(),
	/** Meanings by value, the values in lower case. */
	meanings: z
		.object({
			status: meanings(meaningsOf.status),
			claimed: meanings(meaningsOf.claimed),
			managed: meanings(meaningsOf.managed),
			'email-verified': meanings(meaningsOf['email-verified']),
			'service-management': meanings(meaningsOf['service-management']),
		})
		.optional(),
	/** The site it is of: which of several service management columns is meant. */
	siteUrl: z.string().trim().max(300).optional(),
};

/** When the file was last changed, where that is known: the day it is of, if nothing tells a better one. */
const written = { writtenAt: z.iso.datetime().optional() };

export const snapshotsContract = {
	list: oc.output(outcome<SnapshotList>()),
	get: oc.input(z.object({ snapshotId })).output(outcome<SnapshotInfo>()),
	/** Begins one, or goes on with the newest where that is incomplete (`resumed`). `update`: keeps of the newest what need not be asked again. */
	pull: oc
		.input(
			z.object({
				site: siteChoice,
				/** All where left out. */
				desks: z.array(deskKey).min(1).max(500).readonly().optional(),
				access: access.optional(),
				update: z.boolean().optional(),
			}),
		)
		.output(outcome<{ readonly snapshotId: string; readonly resumed: boolean }>()),
	/** The state now, then what changes, until the pull ends. Nothing where this process does not pull it. */
	watch: oc.input(z.object({ snapshotId })).output(eventIterator(z.custom<SnapshotProgress>())),
	/** What was pulled is kept: the next pull goes on with it. */
	cancel: oc.input(z.object({ snapshotId })).output(outcome<null>()),
	/** One file, delivered in the host's own way; only of a snapshot that is as it was pulled. */
	export: oc.input(z.object({ snapshotId })).output(outcome<ReportDelivered>()),
	/** The file of a snapshot comes in pieces, one file at a time: of `bytes` in all, 1 GB at most (`snapshot-unusable`). */
	beginImport: oc.input(z.object({ bytes: fileBytes })).output(outcome<{ readonly importId: string }>()),
	/** The next piece: at most 4 MB; `at` is where it begins. */
	importPiece: oc.input(z.object({ importId: adminFileId, at: fileBytes, piece: z.file().max(4 * 1024 * 1024) })).output(outcome<null>()),
	/** Takes it for hostile until every value in it was checked. Nothing half-imported stays. */
	finishImport: oc.input(z.object({ importId: adminFileId })).output(outcome<SnapshotInfo>()),
	cancelImport: oc.input(z.object({ importId: adminFileId })).output(outcome<null>()),
	/**
	 * What a file of an admin's is: its kind, its columns, and the values nobody has said the meaning of. With `adminFileId` an
	 * open one is read again, as it is corrected. Nothing is stored.
	 */
	openAdminFile: oc
		.input(
			z.object({ source: z.union([givenFile.extend(written), pastedText.extend(written), z.object({ adminFileId })]), ...adminFileChoice }),
		)
		.output(outcome<{ readonly adminFileId: string; readonly preview: AdminFilePreview }>()),
	/** Adds files, as they were opened last, to a snapshot or to a new one of the site: all of them whole, or none. */
	addAdminFiles: oc
		.input(
			z.object({
				adminFileIds: z.array(adminFileId).min(1).max(24).readonly(),
				/** A day or a time; left out: as each one's name or the file tells. */
				takenAt: z.string().max(40).optional(),
				coverage: z.enum(coverages),
				target: z.union([z.object({ snapshotId }), z.object({ site: siteName }), z.object({ siteUrl: siteAddress })]),
				/** Every verified domain of the organisation, where somebody says so. */
				verifiedDomains: z.array(z.string().trim().min(1).max(253)).max(1000).readonly().optional(),
			}),
		)
		.output(outcome<SnapshotInfo>()),
	/** Takes a file out of a snapshot again, with everybody in it. The only content of a snapshot is not taken out: that is a deletion. */
	removeAdminFile: oc.input(z.object({ snapshotId, part: z.string().min(1).max(40) })).output(outcome<SnapshotInfo>()),
};
