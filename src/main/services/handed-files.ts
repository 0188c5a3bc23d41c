import { basename } from 'node:path';
import type { HandedFile } from '#shared/contract/app.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { ListError } from '../files/list-failure.ts';
import { readListFile } from '../files/read-file.ts';

/** Files that the system hands to the app: "Open with", one that is dropped on its icon, an argument. Each is told once. */
export class HandedFiles {
	readonly #paths = new Map<string, string>();
	#untold: HandedFile[] = [];
	#lastId = 0;
	#wake: () => void = () => undefined;

	hand(path: string): void {
		this.#lastId += 1;
		const id = String(this.#lastId);
		this.#paths.set(id, path);
		this.#untold.push({ id, name: basename(path) });
		this.#wake();
	}

	/** What nobody was told of yet, then each as it comes, until the watcher leaves. */
	async *watch(signal?: AbortSignal): AsyncGenerator<HandedFile> {
		while (signal?.aborted !== true) {
			const next = this.#untold.shift();
			if (next !== undefined) yield next;
			else {
				await new Promise<void>((resolve) => {
					this.#wake = resolve;
					signal?.addEventListener('abort', () => resolve(), { once: true });
				});
			}
		}
	}

	/** Its bytes; no path that was not handed over can be asked for. */
	async take(id: string): Promise<Outcome<File>> {
		const path = this.#paths.get(id);
		this.#paths.delete(id);
		if (path === undefined) return failed('list-not-found');
		try {
			return done(new File([await readListFile(path)], basename(path)));
		} catch (error) {
			if (!(error instanceof ListError)) throw error;
			return { ok: false, failure: error.failure };
		}
	}
}
