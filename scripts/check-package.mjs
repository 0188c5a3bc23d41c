#!/usr/bin/env node
// Packs the app as `npm run package -- --dir` does, for Linux, Windows and macOS, on folders that only look like Electron, and looks
// into what came out. Needs no network and no other system. `npm run check:package -- linux`: one of them.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import config from '../electron-builder.mjs';
import { writeLicences } from './licences.mjs';
import { requireNode } from './node-version.mjs';

requireNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
// Of electron-builder's own: the versions that it packs and flips with.
const builderRequire = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { Arch, build, Platform } = builderRequire('electron-builder');
const libRequire = createRequire(builderRequire.resolve('app-builder-lib'));
const asar = libRequire('@electron/asar');
const { NtExecutable, NtExecutableResource, Resource } = libRequire('resedit');
const { FuseV1Options, getCurrentFuseWire } = libRequire('@electron/fuses');

const temp = mkdtempSync(join(tmpdir(), 'invite-doctor-package-'));
process.on('exit', () => rmSync(temp, { recursive: true, force: true }));

const write = (path, content) => {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, content, { mode: 0o755 });
};

/** What a fuse is flipped in: a mark, the version, how many there are, and one character each. */
const binary = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8]), Buffer.from('10111111')]);

/** A program that does nothing; beside its version the seal of the archive is written. */
const windowsProgram = () => {
	const program = NtExecutable.createEmpty();
	const resources = NtExecutableResource.from(program);
	const version = Resource.VersionInfo.createEmpty();
	version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
	version.outputToResourceEntries(resources.entries);
	resources.outputResource(program);
	program.setExtraData(new Uint8Array(binary).buffer);
	return Buffer.from(program.generate());
};

/** The seal as Electron reads it when it starts. */
const sealOfProgram = (path) =>
	NtExecutableResource.from(NtExecutable.from(readFileSync(path)))
		.entries.filter(({ id }) => id === 'ELECTRONASAR')
		.map(({ bin }) => Buffer.from(bin).toString('utf8'));

const plist = (name) => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string><key>CFBundleIdentifier</key><string>com.github.${name}</string>
<key>CFBundleName</key><string>${name}</string><key>CFBundleDisplayName</key><string>${name}</string>
</dict></plist>`;

const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map((kind) => `Electron Helper${kind}`);

/** Folders as Electron's archives unpack to, with nothing in them that runs. */
const dummies = {
	linux: (folder) => {
		write(join(folder, 'electron'), binary);
		write(join(folder, 'chrome-sandbox'), '');
		write(join(folder, 'locales/en-US.pak'), '');
	},
	win: (folder) => {
		write(join(folder, 'electron.exe'), windowsProgram());
		write(join(folder, 'locales/en-US.pak'), '');
	},
	mac: (folder) => {
		const contents = join(folder, 'Electron.app/Contents');
		write(join(contents, 'Info.plist'), plist('Electron'));
		write(join(contents, 'MacOS/Electron'), '');
		write(join(contents, 'Resources/electron.icns'), '');
		write(join(contents, 'Frameworks/Electron Framework.framework/Electron Framework'), binary);
		write(join(contents, 'Frameworks/Electron Framework.framework/Resources/Info.plist'), plist('Electron Framework'));
		for (const name of helpers) {
			write(join(contents, `Frameworks/${name}.app/Contents/Info.plist`), plist(name));
			write(join(contents, `Frameworks/${name}.app/Contents/MacOS/${name}`), '');
		}
	},
};

const systems = {
	linux: {
		platform: Platform.LINUX,
		app: 'linux-unpacked',
		resources: 'resources',
		main: 'invite-doctor-app',
		command: 'invite-doctor',
		natives: ['linux-x64'],
	},
	win: {
		platform: Platform.WINDOWS,
		app: 'win-unpacked',
		resources: 'resources',
		main: 'Invite Doctor.exe',
		command: 'invite-doctor.cmd',
		natives: ['win32-x64'],
	},
	mac: {
		platform: Platform.MAC,
		app: 'mac/Invite Doctor.app/Contents',
		resources: 'Resources',
		main: 'MacOS/Invite Doctor',
		command: 'invite-doctor',
		natives: ['darwin-arm64', 'darwin-x64'],
	},
};

const pack = async (name) => {
	const icon = join(temp, 'icon.icns');
	write(icon, 'icns');
	const { platform } = systems[name];
	const dist = join(temp, name);
	dummies[name](dist);
	const output = join(temp, `${name}-out`);
	await build({
		targets: platform.createTarget('dir', Arch.x64),
		config: {
			...config,
			electronDist: dist,
			directories: { ...config.directories, output },
			// What needs a download, or what only a real one can be: an icon of macOS, a signed program.
			win: { ...config.win, signAndEditExecutable: false },
			mac: { ...config.mac, icon, identity: null },
			electronFuses: { ...config.electronFuses, resetAdHocDarwinSignature: false },
		},
		publish: 'never',
	});
	return output;
};

const wanted = {
	RunAsNode: false,
	EnableCookieEncryption: false,
	EnableNodeOptionsEnvironmentVariable: false,
	EnableNodeCliInspectArguments: false,
	EnableEmbeddedAsarIntegrityValidation: true,
	OnlyLoadAppFromAsar: true,
	GrantFileProtocolExtraPrivileges: false,
};

const filesUnder = (folder) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/'),
		);

const lookInto = async (name, output) => {
	const { app: folder, resources: resourcesName, main, command, natives: wantedNatives } = systems[name];
	const app = join(output, folder);
	const resources = join(app, resourcesName);
	assert.ok(existsSync(join(app, main)), `${main} is there`);

	const packed = asar.listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/'));
	for (const path of [
		'/out/main/index.js',
		'/out/preload/index.cjs',
		'/out/renderer/index.html',
		'/resources/demo/invite-list.csv',
		'/package.json',
	]) {
		assert.ok(packed.includes(path), `${path} is packed`);
	}
	const natives = [...packed, ...filesUnder(app)]
		.filter((path) => path.endsWith('.node'))
		.map((path) => path.split('node_modules/').at(-1));
	assert.deepEqual(
		[...new Set(natives)].toSorted((a, b) => (a < b ? -1 : 1)),
		[
			...wantedNatives.map((native) => `better-sqlite3/prebuilds/${native}.node`),
			...wantedNatives.map((native) => `keytar/prebuilds/${native}/keytar.node`),
		],
	);
	assert.deepEqual(
		[...packed, ...filesUnder(app)].filter((path) =>
			/node_modules\/(node-(bin|linux|win|darwin)|electron\/)|\/(tests|src)\/.*\.ts$|\/bin\/node(\.exe)?$/.test(path),
		),
		[],
		'no foreign Node, no Electron, no sources',
	);

	const fuses = await getCurrentFuseWire(name === 'mac' ? dirname(app) : join(app, main));
	for (const [fuse, isOn] of Object.entries(wanted)) {
		assert.equal(fuses[FuseV1Options[fuse]], (isOn ? '1' : '0').charCodeAt(0), `the fuse ${fuse}`);
	}
	if (name === 'win') assert.match(sealOfProgram(join(app, main))[0] ?? '', /app\.asar.*SHA256/, 'the archive is sealed');
	if (name === 'mac') assert.match(readFileSync(join(app, 'Info.plist'), 'utf8'), /ElectronAsarIntegrity/, 'the archive is sealed');

	const launcher = join(resources, 'bin', command);
	assert.ok(existsSync(launcher), 'the command line is there');
	if (name !== 'win') assert.ok((statSync(launcher).mode & 0o111) !== 0, 'the command line can be called');
	const called = name === 'win' ? /\.\.\\\.\.\\([^"]+)"/ : /\$here\/\.\.\/\.\.\/([^"]+)"/;
	const [, target] = called.exec(readFileSync(launcher, 'utf8')) ?? [];
	assert.ok(
		existsSync(join(resources, 'bin/../..', (target ?? 'nothing').replaceAll('\\', '/')).replace('Resources/..', '')),
		`the command line calls ${target}`,
	);
	assert.ok(existsSync(join(resources, 'icon.png')), 'the icon is where GTK can read it');
	assert.match(
		readFileSync(join(resources, 'licences.txt'), 'utf8'),
		/^react 19[\s\S]+Permission is hereby granted/m,
		'licences are there',
	);
	console.log(`ok   ${name}: ${packed.length} files packed, ${natives.length} native, ${Object.keys(wanted).length} fuses`);
};

writeLicences('out/licences.txt');
const asked = process.argv.slice(2);
for (const name of Object.keys(systems)) {
	if (asked.length === 0 || asked.includes(name)) await lookInto(name, await pack(name));
}
