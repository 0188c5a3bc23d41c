import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeInviteList } from './invite-list.ts';
import { makeWorld } from './world/make-world.ts';

/** `node src/demo-site/write-invite-list.ts [FILE]` writes the sample list of the default world. */
const target = process.argv[2] ?? path.resolve(import.meta.dirname, '../../resources/demo/invite-list.csv');
mkdirSync(path.dirname(target), { recursive: true });
writeFileSync(target, makeInviteList(makeWorld()));
process.stdout.write(`${target}\n`);
