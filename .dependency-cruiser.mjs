/** Who may import whom (DESIGN: shared ← core ← main; the windows see shared only; the demo site sees nobody). */
const onlyInto = (name, from, allowed, comment) => ({
	name,
	comment,
	severity: 'error',
	from: { path: from },
	to: { path: '^src/', pathNot: allowed },
});

export default {
	forbidden: [
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		{
			name: 'no-feature-cycles',
			comment: 'Features of the window that need each other are one feature, or need something that belongs to neither.',
			severity: 'error',
			scope: 'folder',
			from: { path: '^src/renderer/features/[^/]+$' },
			to: { circular: true },
		},
		{
			name: 'nothing-unresolved',
			comment: 'A path that leads nowhere, or a package that package.json does not name.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true },
		},
		onlyInto('shared-imports-shared', '^src/shared/', '^src/shared/', 'Words that cross a border know nobody.'),
		onlyInto('core-imports-shared', '^src/core/', '^src/(core|shared)/', 'The core decides; it does not reach out.'),
		onlyInto('main-imports-core', '^src/main/(?!hosts/)', '^src/(main|core|shared)/', 'The Node side never loads the window.'),
		onlyInto(
			'hosts-import-main',
			'^src/main/hosts/',
			'^src/(main|core|shared|demo-site)/',
			'A host may start the demo site; nothing behind it knows that it exists.',
		),
		onlyInto('preload-imports-shared', '^src/preload/', '^src/(preload|shared)/', 'The preload script is one small file.'),
		onlyInto('renderer-imports-shared', '^src/renderer/', '^src/(renderer|shared)/', 'The window speaks through the contract.'),
		onlyInto('demo-site-stands-alone', '^src/demo-site/', '^src/demo-site/', 'A stand-in that shared our code would share our mistakes.'),
		{
			name: 'core-has-no-world',
			comment: 'Time, chance, files and the network are ports.',
			severity: 'error',
			from: { path: '^src/(core|shared)/' },
			to: { dependencyTypes: ['core'] },
		},
		{
			name: 'window-has-no-node',
			severity: 'error',
			from: { path: '^src/(renderer|preload)/' },
			to: { dependencyTypes: ['core'] },
		},
		{
			name: 'window-takes-types-of-the-contract',
			comment: 'A value from contract.ts would pull zod into the bundle of the window.',
			severity: 'error',
			from: { path: '^src/(renderer|preload)/' },
			to: { path: ['^src/shared/contract(/|\\.ts$)', 'node_modules/zod/'], dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'a-language-is-chosen',
			comment: 'A table of one language, read past messagesIn, would stay in that language.',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/shared/messages/' },
			to: { path: '^src/shared/messages/(en|de)/' },
		},
		{
			name: 'one-file-knows-the-database',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/main/storage/database\\.ts$' },
			to: { path: 'node_modules/(@types/)?better-sqlite3/' },
		},
		{
			name: 'one-file-knows-the-keychain',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/main/secrets/keychain\\.ts$' },
			to: { path: 'node_modules/(keytar|@github/keytar)/' },
		},
		{
			name: 'one-host-knows-electron',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/(main/index\\.ts$|main/hosts/electron/|preload/)' },
			to: { path: 'node_modules/electron/' },
		},
		{ name: 'source-imports-no-test', severity: 'error', from: { path: '^src/' }, to: { path: '^(tests|scripts)/' } },
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		parser: 'swc',
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
			conditionNames: ['import', 'require', 'node', 'types', 'default'],
			exportsFields: ['exports'],
			mainFields: ['module', 'main', 'types'],
		},
	},
};
