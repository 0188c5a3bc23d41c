// `node --import …/hooks.mjs out/main/index.js`: the desktop app as it was built, with the stand-in for Electron's main module.
import { registerHooks } from 'node:module';

const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
	resolve: (specifier, context, next) => (specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context)),
});
