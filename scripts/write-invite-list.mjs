#!/usr/bin/env node
// Writes the sample list of the demo site's world: node scripts/on-node-24.mjs scripts/write-invite-list.mjs [FILE]
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeInviteList } from '../src/demo-site/invite-list.ts';
import { makeWorld } from '../src/demo-site/world/make-world.ts';

const target = process.argv[2] ?? path.resolve(import.meta.dirname, '../resources/demo/invite-list.csv');
mkdirSync(path.dirname(target), { recursive: true });
writeFileSync(target, makeInviteList(makeWorld()));
process.stdout.write(`${target}\n`);
