import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { guidePages } from './scripts/guide-pages.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** As in package.json's "imports", which points into src/ and so leads nowhere once the app is packed. */
const alias = {
	'#shared': here('src/shared'),
	'#core': here('src/core'),
	'#main': here('src/main'),
	'#demo-site': here('src/demo-site'),
};

export default defineConfig({
	main: {
		resolve: { alias },
		build: {
			rolldownOptions: {
				input: {
					index: here('src/main/index.ts'),
					cli: here('src/main/hosts/cli/main.ts'),
					browser: here('src/main/hosts/browser/main.ts'),
					// Each runs in a thread of its own, beside whichever of the others started it.
					'reading-worker': here('src/main/files/reading-worker.ts'),
					'storing-worker': here('src/main/storage/runs/storing-worker.ts'),
				},
				// All in one folder: modules find out/renderer and package.json from where they are.
				output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
			},
		},
	},
	preload: {
		resolve: { alias },
		build: {
			// A sandboxed preload script can require "electron" only, and only as CommonJS: one file, nothing left outside.
			externalizeDeps: false,
			rolldownOptions: {
				input: { index: here('src/preload/index.ts') },
				output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
			},
		},
	},
	renderer: {
		resolve: { alias },
		plugins: [guidePages(), react()],
		build: {
			// The browser host's people bring their own browser: not only the Chromium of this Electron.
			target: 'es2023',
			minify: true,
			// A font inlined as data: would be refused by the policy both hosts send.
			assetsInlineLimit: 0,
			rolldownOptions: { input: { index: here('src/renderer/index.html') } },
		},
	},
});
