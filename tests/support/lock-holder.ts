/** Child process of lock tests: `lock-holder.ts FOLDER KIND KEY`. Says `held` or the failure's code; holds until it ends. */
import { writeSync } from 'node:fs';
import { type LockName, openLocks } from '#main/storage/locks.ts';

const [folder = '', kind = 'site', key = ''] = process.argv.slice(2);
const locks = await openLocks(folder, () => 'the child');
const hold = locks.ok ? locks.value.take({ kind: kind as LockName['kind'], key }) : locks;
writeSync(1, `${hold.ok ? 'held' : hold.failure.code}\n`);
// As long as its parent does not end it, or says that it may end.
process.stdin.resume();
process.stdin.once('data', () => process.exit(0));
