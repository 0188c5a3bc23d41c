// The least that anybody could do for an offline diagnosis, in code of its own: parse the list and the snapshot, join them in
// a hash map, insert a line for each row in one transaction. Knows nothing of the product.
// node floor.mjs LIST SNAPSHOT DATABASE
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import Papa from 'papaparse';

const [, , listPath, snapshotPath, databasePath] = process.argv;

const { data: lines } = Papa.parse(readFileSync(listPath, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true });

const snapshot = new Database(snapshotPath, { readonly: true });
const people = new Map();
for (const body of snapshot.prepare('SELECT body FROM record').pluck().iterate()) {
	const record = JSON.parse(body);
	if (!Array.isArray(record)) continue;
	const email = record.find((value) => typeof value === 'string' && value.includes('@'));
	if (email !== undefined) people.set(email, record);
}
snapshot.close();

const database = new Database(databasePath);
database.pragma('journal_mode = WAL');
database.exec('CREATE TABLE verdict (id INTEGER PRIMARY KEY, name TEXT, email TEXT, organisation TEXT, found INTEGER) STRICT');
const insert = database.prepare('INSERT INTO verdict (id, name, email, organisation, found) VALUES (?, ?, ?, ?, ?)');
database.transaction(() => {
	for (const [id, [name, email, organisation]] of lines.slice(1).entries()) {
		const address = (email ?? '').trim().toLowerCase();
		insert.run(id, name ?? null, address, organisation ?? null, people.has(address) ? 1 : 0);
	}
})();
database.close();
