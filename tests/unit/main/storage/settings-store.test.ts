import { expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { createSettingsStore } from '#main/storage/settings-store.ts';
import { temporaryFolder, valueOf } from './samples.ts';

it('keeps what was set last, until it is taken back', async () => {
	const folder = temporaryFolder();
	const sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	const settings = createSettingsStore(sql);
	expect(valueOf(settings.get('message.body'))).toBeNull();
	valueOf(settings.set('message.body', 'Dear …'));
	valueOf(settings.set('message.body', 'Hello'));
	valueOf(settings.set('link.customer-access', ''));
	expect(valueOf(settings.get('message.body'))).toBe('Hello');
	expect(valueOf(settings.get('link.customer-access'))).toBe('');
	valueOf(settings.set('message.body', null));
	expect(valueOf(settings.get('message.body'))).toBeNull();
	sql.close();
	folder.remove();
});
