/** What is attacked, and by which tests. SECURITY.md has a line for each. */
export const securityItems = [
	{ item: 'Site addresses', tests: ['tests/unit/main/atlassian/site-address.test.ts', 'tests/unit/main/network/*.test.ts'] },
	{
		item: 'Answers of a site',
		tests: [
			'tests/unit/main/atlassian/{http,refusals,site-words,door,rate-gate,read-only}.test.ts',
			'tests/unit/core/evidence/page-watch.test.ts',
		],
	},
	{
		item: 'Tokens',
		tests: [
			'tests/integration/{canary,company-network,oauth,scoped-tokens}.test.ts',
			'tests/faults/kill-secrets.test.ts',
			'tests/unit/main/secrets/*.test.ts',
			'tests/unit/main/log/*.test.ts',
		],
	},
	{ item: 'Calls of the window', tests: ['tests/unit/shared/contract-inputs.test.ts', 'tests/integration/electron-loopback.test.ts'] },
	{ item: 'Browser host', tests: ['tests/integration/browser-host.test.ts', 'tests/e2e/host-ends.spec.ts'] },
	{ item: 'Scripts in the window', tests: ['tests/e2e/{injections,content-policy}.spec.ts'] },
	{ item: 'Electron', tests: ['tests/unit/main/hosts/electron/*.test.ts'] },
	{ item: 'Lists', tests: ['tests/unit/main/files/{hostile-lists,no-plain-file,read-away,long-lists,xlsx}.test.ts'] },
	{ item: 'Admin files', tests: ['tests/integration/hostile-admin-files.test.ts'] },
	{ item: 'Snapshots', tests: ['tests/unit/main/storage/snapshots/hostile-snapshots.test.ts'] },
	{
		item: 'Database and audit log',
		tests: [
			'tests/unit/main/storage/hostile-files.test.ts',
			'tests/unit/main/storage/audit/*.test.ts',
			'tests/faults/audit-tampering.test.ts',
		],
	},
	{
		item: 'Reports and exports',
		tests: [
			'tests/unit/main/services/reports/{hostile-texts,json-and-csv,personal-data}.test.ts',
			'tests/unit/renderer/copy-cells.test.ts',
		],
	},
	{
		item: 'Terminal and output files',
		tests: ['tests/integration/terminal.test.ts', 'tests/unit/main/hosts/terminal.test.ts', 'tests/unit/main/hosts/cli/outputs.test.ts'],
	},
	{ item: 'Links', tests: ['tests/integration/open-link.test.ts', 'tests/unit/renderer/link-templates.test.ts'] },
	{
		item: 'Changes at most once',
		tests: ['tests/integration/{remediate-as-another,invitations}.test.ts', 'tests/faults/kill-changes.test.ts'],
	},
	{ item: 'Slow expressions', tests: ['tests/unit/scripts/nested-repetition.test.ts', 'tests/unit/core/long-texts.test.ts'] },
	{ item: 'Supply chain', tests: ['tests/unit/scripts/supply-chain.test.ts'] },
];
