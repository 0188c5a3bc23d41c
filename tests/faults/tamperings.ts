import { appendFileSync, copyFileSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import Driver from 'better-sqlite3';
import { chainedHash, chainStart } from '#main/storage/audit/audit-chain.ts';
import { type EntryRecord, entryOf } from '#main/storage/audit/audit-entries.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Something that somebody does to the files of a data folder. `older` is a folder as the same one was some time before. */
export interface Tampering {
	readonly name: string;
	/** The file it is about has to be there. */
	readonly file: 'x.sqlite' | 'x.sqlite-wal' | 'audit-head.json';
	tamper(path: string, random: SeededRandom, older: string): void;
}

const frameBytes = 24 + 4096;
const pageBytes = 4096;

const flipBits = (path: string, random: SeededRandom): void => {
	const bytes = readFileSync(path);
	for (let flips = random.pick([1, 1, 1, 2, 8]); flips > 0; flips -= 1) {
		const at = random.below(bytes.length);
		bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
	}
	writeFileSync(path, bytes);
};

const overwrite = (path: string, random: SeededRandom): void => {
	const bytes = readFileSync(path);
	random.bytes(1 + random.below(200)).copy(bytes, random.below(bytes.length));
	writeFileSync(path, bytes);
};

const cut = (path: string, random: SeededRandom): void => truncateSync(path, random.below(statSync(path).size));

/** Copies block `from` over block `to`, or changes their places. */
const shuffleBlocks = (start: number, size: number, swap: boolean) => (path: string, random: SeededRandom) => {
	const bytes = readFileSync(path);
	const blocks = Math.floor((bytes.length - start) / size);
	const [from, to] = [random.below(blocks), random.below(blocks)].map((block) => start + block * size) as [number, number];
	const kept = Buffer.from(bytes.subarray(to, to + size));
	bytes.copy(bytes, to, from, from + size);
	if (swap) kept.copy(bytes, from);
	writeFileSync(path, bytes);
};

const putOlderBack = (path: string, _: SeededRandom, older: string): void => {
	const from = `${older}/${path.split('/').at(-1)}`;
	if (existsSync(from)) copyFileSync(from, path);
	else rmSync(path);
};

const withSql = (work: (db: Driver.Database, random: SeededRandom) => void) => (path: string, random: SeededRandom) => {
	const db = new Driver(path);
	const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string; sql: string }[];
	db.pragma('foreign_keys = OFF');
	for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
	work(db, random);
	for (const { sql } of triggers) db.exec(sql);
	db.close();
};

const oneOf = (db: Driver.Database, random: SeededRandom, table: string): number =>
	random.pick(db.prepare(`SELECT rowid FROM ${table}`).pluck().all() as number[]);

const entries = (db: Driver.Database): EntryRecord[] => db.prepare('SELECT * FROM audit ORDER BY seq').all() as EntryRecord[];
const columns = 'at, account, user, host, site, event, details, hash';

/** Writes the hashes anew from the first entry on, as somebody would who knows how they are made. */
const forgeChain = (db: Driver.Database): void => {
	let before = chainStart;
	for (const record of entries(db)) {
		before = chainedHash(before, entryOf(record));
		db.prepare('UPDATE audit SET hash = ? WHERE seq = ?').run(before, record.seq);
	}
};

const sqlTamperings: Readonly<Record<string, (db: Driver.Database, random: SeededRandom) => void>> = {
	'an entry says something else': (db, random) => {
		const column = random.pick(['at', 'account', 'user', 'site', 'event', 'hash']);
		db.prepare(`UPDATE audit SET ${column} = ${column} || 'x' WHERE seq = ?`).run(oneOf(db, random, 'audit'));
	},
	'an entry has other details': (db, random) => {
		db.prepare(`UPDATE audit SET details = replace(details, '"plan":"', '"plan":"x') WHERE seq = ?`).run(oneOf(db, random, 'audit'));
	},
	'details are written otherwise': (db, random) => {
		db.prepare(`UPDATE audit SET details = replace(details, ',', ', ') WHERE seq = ?`).run(oneOf(db, random, 'audit'));
	},
	'details are no JSON': (db, random) => {
		db.prepare(`UPDATE audit SET details = 'x' WHERE seq = ?`).run(oneOf(db, random, 'audit'));
	},
	'an entry is gone': (db, random) => {
		db.prepare('DELETE FROM audit WHERE seq = ?').run(oneOf(db, random, 'audit'));
	},
	'an entry is gone and the others moved up, chain and all': (db, random) => {
		const seq = oneOf(db, random, 'audit');
		db.prepare('DELETE FROM audit WHERE seq = ?').run(seq);
		for (const { seq: later } of entries(db)) {
			if (later > seq) db.prepare('UPDATE audit SET seq = ? WHERE seq = ?').run(later - 1, later);
		}
		forgeChain(db);
	},
	'the last entries are gone': (db, random) => {
		db.prepare('DELETE FROM audit WHERE seq > (SELECT max(seq) FROM audit) - ?').run(1 + random.below(5));
	},
	'an entry is there twice': (db, random) => {
		const seq = oneOf(db, random, 'audit');
		db.prepare(`INSERT INTO audit SELECT (SELECT max(seq) + 1 FROM audit), ${columns} FROM audit WHERE seq = ?`).run(seq);
	},
	'two entries changed places': (db, random) => {
		const [a, b] = [oneOf(db, random, 'audit'), oneOf(db, random, 'audit')];
		for (const [from, to] of [
			[a, -1],
			[b, a],
			[-1, b],
		]) {
			db.prepare('UPDATE audit SET seq = ? WHERE seq = ?').run(to, from);
		}
	},
	'an entry was forged, chain and all': (db, random) => {
		db.prepare("UPDATE audit SET account = 'somebody@else.com' WHERE seq = ?").run(oneOf(db, random, 'audit'));
		forgeChain(db);
	},
	'a change has another outcome': (db, random) => {
		const state = random.pick(['intent', 'applied', 'rejected', 'unknown', 'not-applied', 'needs-person']);
		db.prepare('UPDATE change SET state = ? WHERE id = ?').run(state, oneOf(db, random, 'change'));
	},
	'a change was asked otherwise': (db, random) => {
		const column = random.pick(['asked', 'answered', 'intent_at', 'settled_at', 'step']);
		db.prepare(`UPDATE change SET ${column} = replace(${column}, '1', '2') || ' ' WHERE id = ?`).run(oneOf(db, random, 'change'));
	},
	'a change is gone': (db, random) => {
		db.prepare('DELETE FROM change WHERE id = ?').run(oneOf(db, random, 'change'));
	},
	'a change was made up': (db, random) => {
		db.prepare(
			'INSERT INTO change SELECT (SELECT max(id) FROM change) + 1, plan, row_id, step, state, asked, answered, intent_at, settled_at, settled_seq FROM change WHERE id = ?',
		).run(oneOf(db, random, 'change'));
	},
	'a plan was decided otherwise': (db, random) => {
		const column = random.pick(['choices', 'people', 'desk', 'estimate', 'confirmed_at', 'created_at']);
		db.prepare(`UPDATE plan SET ${column} = coalesce(replace(${column}, '1', '2'), '') || ' ' WHERE key = ?`).run(
			oneOf(db, random, 'plan'),
		);
	},
	'a planned row is another one': (db, random) => {
		const column = random.pick(['remedy', 'steps', 'accounts', 'before_cause', 'after_cause']);
		db.prepare(`UPDATE plan_row SET ${column} = coalesce(${column}, '') || 'x' WHERE id = ?`).run(random.below(50));
	},
};

export const tamperings: readonly Tampering[] = [
	{ name: 'database: bits flipped', file: 'x.sqlite', tamper: flipBits },
	{ name: 'database: bytes overwritten', file: 'x.sqlite', tamper: overwrite },
	{ name: 'database: end cut off', file: 'x.sqlite', tamper: cut },
	{
		name: 'database: bytes appended',
		file: 'x.sqlite',
		tamper: (path, random) => appendFileSync(path, random.bytes(1 + random.below(9000))),
	},
	{ name: 'database: pages swapped', file: 'x.sqlite', tamper: shuffleBlocks(0, pageBytes, true) },
	{ name: 'database: page copied over another', file: 'x.sqlite', tamper: shuffleBlocks(0, pageBytes, false) },
	{ name: 'database: an older one put back', file: 'x.sqlite', tamper: putOlderBack },
	{ name: 'database: removed', file: 'x.sqlite', tamper: (path) => rmSync(path) },
	{ name: 'log: bits flipped', file: 'x.sqlite-wal', tamper: flipBits },
	{ name: 'log: bytes overwritten', file: 'x.sqlite-wal', tamper: overwrite },
	{ name: 'log: end cut off', file: 'x.sqlite-wal', tamper: cut },
	{ name: 'log: frames swapped', file: 'x.sqlite-wal', tamper: shuffleBlocks(32, frameBytes, true) },
	{ name: 'log: frame copied over another', file: 'x.sqlite-wal', tamper: shuffleBlocks(32, frameBytes, false) },
	{ name: 'log: removed', file: 'x.sqlite-wal', tamper: (path) => rmSync(path) },
	{ name: 'head: bits flipped', file: 'audit-head.json', tamper: flipBits },
	{ name: 'head: bytes overwritten', file: 'audit-head.json', tamper: overwrite },
	{ name: 'head: end cut off', file: 'audit-head.json', tamper: cut },
	{
		name: 'head: bytes appended',
		file: 'audit-head.json',
		tamper: (path, random) => appendFileSync(path, random.bytes(1 + random.below(300))),
	},
	{ name: 'head: removed', file: 'audit-head.json', tamper: (path) => rmSync(path) },
	...Object.entries(sqlTamperings).map(([name, work]) => ({ name: `rows: ${name}`, file: 'x.sqlite' as const, tamper: withSql(work) })),
];
