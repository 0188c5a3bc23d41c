import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { encodings, readingChoices } from '#shared/lists.ts';
import { languages } from '#shared/languages.ts';
import { userManagements } from '#shared/customer-access.ts';
import { handChecks } from '#shared/hand-checks.ts';
import { adminFileKinds } from '#shared/admin-files.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import { callbackAddress, defaultCallbackPort } from '#shared/oauth.ts';
import { stepIds } from '#shared/remedies.ts';
import { ownerAudiences } from '#shared/owner-messages.ts';
import { keyScopesNamed, scopeKinds, scopesFor, appScopes, tokenAbilities } from '#shared/scopes.ts';
import { appVersion } from '../app-version.ts';
import { environmentTokens } from '../../secrets/environment.ts';
import { showControlsInLines, tell } from '../terminal.ts';
import { exitCode } from './exit-codes.ts';
import { CommandEnded } from './command-ended.ts';

const outputs = new WeakSet<Option>();

/** An option that names a file to write. What such options name is looked at before the command begins. */
const outputOption = (flags: string, description: string): Option => {
	const option = new Option(flags, description);
	outputs.add(option);
	return option;
};

/** The options and arguments of a command that name a file to write. */
const outputsOf = ({ options, registeredArguments }: Command) => ({
	options: options.filter((option) => outputs.has(option)),
	places: registeredArguments.flatMap((argument, place) => (argument.name() === 'file' ? [place] : [])),
});

const writesFiles = (command: Command): boolean => Object.values(outputsOf(command)).some((found) => found.length > 0);

/** What a command was told to write. */
const namedOutputs = (command: Command): readonly string[] => {
	const { options, places } = outputsOf(command);
	const given = command.opts<Readonly<Record<string, unknown>>>();
	const named = [...options.map((option) => given[option.attributeName()]), ...places.map((place): unknown => command.args[place])];
	return named.filter((path) => typeof path === 'string');
};

const allOf = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(allOf)];

const withCommon = (command: Command): Command =>
	command
		.option('--data-dir <dir>', 'folder for the results (default: the data folder of this user)')
		.option('--allow-loopback', 'permit a site at http://127.0.0.1 (demo, tests)');

const withSite = (command: Command, siteFlag = '--site <name>'): Command =>
	withCommon(command)
		.option(siteFlag, 'a stored site')
		.option('--site-url <url>', 'a site by address; tokens come from INVITE_DOCTOR_EMAIL, _API_TOKEN, _ORG_API_KEY')
		.option('--admin-url <url>', 'another address of the admin API (only on this machine)')
		.option('--gateway-url <url>', 'another address of the gateway for tokens with scopes (only on this machine)')
		.option('--org <id>', 'the organisation, if the key covers several');

const withConfirmation = (command: Command): Command =>
	withCommon(command).option('--yes', 'delete it; without, only what would be deleted is listed');

const accessHelp = 'customer access, e.g. internal=on,external=off,approved=a.com;b.com,allowed=c.com';

const withOutput = (command: Command): Command =>
	command
		.addOption(outputOption('--json <file>', 'write the report as JSON'))
		.addOption(outputOption('--csv <file>', 'write the report as CSV'));

/** Every scope, for whoever makes the token. */
const scopeHelp = (): string => {
	const { title, intro, abilities, kinds, classicNote, key, keyNote } = messagesIn('en').scopeWords;
	const lists = tokenAbilities.flatMap((ability) =>
		scopeKinds.map((kind) => `${abilities[ability]}, ${kinds[kind].toLowerCase()}:\n  ${scopesFor(ability, kind).join(' ')}`),
	);
	return ['', `${title}. ${intro}`, ...lists, classicNote, `${key}:\n  ${keyScopesNamed.join(' ')}`, keyNote].join('\n');
};

/** What to register, for whoever looks after the app. */
const appHelp = (): string => {
	const { register, registerHint, callback, scopes } = messagesIn('en').signInWords;
	const lists = ([false, true] as const).map(
		(readOnly) => `${scopes}${readOnly ? ', for a read-only site' : ''}:\n  ${appScopes(readOnly).join(' ')}`,
	);
	return ['', `${register}. ${registerHint}`, `${callback}:\n  ${callbackAddress(defaultCallbackPort)}`, ...lists].join('\n');
};

const readCount = (text: string): number => {
	const count = Number(text);
	if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError('a whole number from 1');
	return count;
};

const readLine = (text: string): number => {
	const line = Number(text);
	if (!Number.isSafeInteger(line) || line < 0) throw new InvalidArgumentError('the number of a line, or 0');
	return line;
};

const readDay = (text: string): string => {
	const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text) === true;
	if (!isDay) throw new InvalidArgumentError('a day, e.g. 2027-03-01');
	return text;
};

const readPort = (text: string): number => {
	const port = Number(text);
	if (!Number.isInteger(port) || port < 1024 || port > 65_535) throw new InvalidArgumentError('a number from 1024 to 65535');
	return port;
};

const callbackPortHelp = `the port of the callback address (default: ${defaultCallbackPort})`;

const readReason = (text: string): string => {
	const reason = text.trim();
	if (reason === '' || reason.length > 500) throw new InvalidArgumentError('a reason with up to 500 characters');
	return reason;
};

/** Builds the command tree. `ended` is told the exit code of the command that ran. */
const makeProgram = (ended: (code: number) => void): Command => {
	/** What a command needs is loaded when it is given: help and wrong use need none of it. */
	const run =
		<A extends readonly unknown[]>(load: () => Promise<(...args: A) => Promise<number>>) =>
		async (...args: A): Promise<void> => {
			const command = args.at(-1);
			const named = command instanceof Command ? namedOutputs(command) : [];
			if (command instanceof Command && named.length > 0) {
				const { claimOutputs } = await import('./outputs.ts');
				await claimOutputs(named, command.opts());
			}
			const work = await load();
			ended(await work(...args));
		};
	const program = new Command('invite-doctor')
		.description('Finds out why people cannot be added as customers in Jira Service Management Cloud.')
		.version(appVersion())
		.configureOutput({
			writeOut: (text) => void process.stdout.write(showControlsInLines(text)),
			writeErr: (text) => void process.stderr.write(showControlsInLines(text)),
		})
		.exitOverride()
		.showHelpAfterError();
	const site = program.command('site').description('manage sites and their tokens in the keychain');
	withCommon(site.command('add <url>').description('add a site; tokens are asked for, never taken from the arguments'))
		.option('--name <name>', 'display name (default: site address)')
		.option('--email <address>', 'the account the API token belongs to')
		.option('--oauth <client-id>', 'sign in with your browser, through an OAuth app of your company; its secret is asked for')
		.option('--callback-port <port>', callbackPortHelp, readPort)
		.option('--address-only', 'without an account: for files and snapshots')
		.option('--admin-url <url>', 'another address of the admin API (only on this machine)')
		.option('--gateway-url <url>', 'another address of the gateway for tokens with scopes (only on this machine)')
		.option('--auth-url <url>', 'another address to sign in at (only on this machine)')
		.option('--org <id>', 'the organisation, if the key covers several')
		.option('--client <name>', 'the client this site belongs to')
		.option('--read-only', 'read only: plans can be made but not carried out')
		.option('--token-expires <date>', 'expiry date of the API token, e.g. 2027-03-01', readDay)
		.addOption(new Option('--management <style>', 'user management of the organisation').choices(userManagements))
		.addHelpText('after', () => scopeHelp() + appHelp())
		.action(run(async () => (await import('./commands/site.ts')).addCommand));
	withCommon(site.command('overview').description('list all sites with tokens, last run and rows by cause')).action(
		run(async () => (await import('./commands/site-overview.ts')).overviewCommand),
	);
	withCommon(site.command('client <name> [client]').description('set the client of a site, or clear it if you give none')).action(
		run(async () => (await import('./commands/site-overview.ts')).clientCommand),
	);
	withCommon(site.command('edit <name>').description('change the name of a site, its account or its default service project'))
		.option('--name <name>', 'new display name')
		.option('--email <address>', 'the account the API token belongs to')
		.option('--desk <key>', 'the default service project')
		.option('--no-desk', 'no default service project')
		.action(run(async () => (await import('./commands/site.ts')).editCommand));
	withCommon(site.command('read-only <name>').description('read only: plans can be made but not carried out'))
		.option('--off', 'allow plans to be carried out again')
		.action(run(async () => (await import('./commands/site.ts')).readOnlyCommand));
	withCommon(site.command('list').description('list the sites and their tokens')).action(
		run(async () => (await import('./commands/site.ts')).listCommand),
	);
	withSite(site.command('check [name]').description('check account, permissions, organisation and service projects'))
		.option('--probe', 'also check which data is available (reads only)')
		.action(run(async () => (await import('./commands/site.ts')).checkCommand));
	withCommon(site.command('access <name>').description('show or declare the customer access of a site'))
		.option('--set <settings>', 'declare the settings, e.g. internal=on,external=off,approved=a.com;b.com,allowed=c.com')
		.option('--approve <domain...>', 'declare these domains as approved (Internal)')
		.option('--allow <domain...>', 'declare these domains as allowed (External)')
		.addOption(new Option('--management <style>', 'user management of the organisation').choices(userManagements))
		.action(run(async () => (await import('./commands/access.ts')).accessCommand));
	withCommon(site.command('mails <name>').description('show or set the limit of invitation emails in 24 hours'))
		.option('--set <n>', 'new limit', readCount)
		.option('--default', 'reset to the default (100)')
		.action(run(async () => (await import('./commands/site.ts')).mailsCommand));
	withCommon(site.command('sign-in <name>').description('sign in with your browser, through an OAuth app of your company'))
		.option('--oauth <client-id>', 'use this app from now on; its secret is asked for (empty: keep the current one)')
		.option('--callback-port <port>', callbackPortHelp, readPort)
		.addHelpText('after', appHelp)
		.action(run(async () => (await import('./commands/sign-in.ts')).signInCommand));
	withCommon(site.command('tokens <name>').description('replace tokens, e.g. expired ones'))
		.option('--email <address>', 'the account, if the site was added without one')
		.option('--token-expires <date>', 'expiry date of the API token, e.g. 2027-03-01', readDay)
		.action(run(async () => (await import('./commands/site.ts')).tokensCommand));
	withConfirmation(site.command('remove <name>').description('delete a site and its tokens'))
		.option('--with-runs', 'also its runs, plans, snapshots, manual checks and declarations')
		.action(run(async () => (await import('./commands/remove.ts')).removeSiteCommand));
	const client = program.command('client').description('delete the data of a client');
	withConfirmation(client.command('remove <client>').description('delete all sites of a client with everything')).action(
		run(async () => (await import('./commands/remove.ts')).removeClientCommand),
	);
	withOutput(
		withSite(program.command('diagnose').description('find the cause for every row of a list, on one site or several'), '--site <name...>'),
	)
		.option('--list <file>', 'the list, as CSV or a workbook (.xlsx, .xls, .xlsb, .ods, Numbers)')
		.option('--everybody', 'with --offline, instead of a list: everyone in the snapshot who may have a problem')
		.option('--desk <key>', 'the service project to add people to')
		.option('--email-column <name>', 'the column with the addresses')
		.option('--name-column <name...>', 'the columns with the name, combined in this order')
		.option('--organisation-column <name>', 'the column with the organisation')
		.option('--sheet <name>', 'the sheet of a workbook (default: the one with most people)')
		.option('--header-line <number>', 'the line with the column titles, 0 if there are none (default: detected)', readLine)
		.addOption(new Option('--hidden-rows <what>', 'rows that are hidden or filtered out in a sheet').choices(readingChoices.hiddenRows))
		.addOption(new Option('--frame-lines <what>', 'headings, groups, totals and footers of the list').choices(readingChoices.frames))
		.addOption(
			new Option(
				'--addresses <which>',
				'if a person has several: split makes a row for each address of a cell, each for those of all columns',
			).choices(readingChoices.addresses),
		)
		.addOption(new Option('--tables <which>', 'other tables and sheets with people').choices(readingChoices.tables))
		.addOption(
			new Option('--guests <how>', 'guests with a directory name (#EXT#): own reads them by their own addresses').choices(
				readingChoices.guests,
			),
		)
		.option('--show-left-out', 'show the ignored lines of the list')
		.addOption(new Option('--encoding <name>', 'encoding of the text file, if not detected correctly').choices(encodings))
		.option('--access <settings>', accessHelp)
		.option('--offline', 'use a snapshot: no network, no token')
		.option('--snapshot <id>', 'with --offline: use this snapshot instead of the newest')
		.option('--allow-incomplete', 'with --offline: use an incomplete snapshot; rows name the missing data')
		.action(run(async () => (await import('./commands/diagnose.ts')).diagnoseCommand));
	const snapshot = program.command('snapshot').description('store the data of a site to diagnose offline');
	withSite(snapshot.command('pull').description('pull a snapshot, or resume an interrupted pull'))
		.option('--desk <keys...>', 'service projects whose customers to include (default: all)')
		.option('--access <settings>', accessHelp)
		.option('--update', 'pull a new snapshot and keep the data of unchanged people')
		.action(run(async () => (await import('./commands/snapshot.ts')).pullCommand));
	withCommon(snapshot.command('list').description('list the snapshots with their contents and missing data')).action(
		run(async () => (await import('./commands/snapshot.ts')).listCommand),
	);
	withCommon(snapshot.command('export <id> <file>').description('save a snapshot as a file')).action(
		run(async () => (await import('./commands/snapshot.ts')).exportCommand),
	);
	withCommon(snapshot.command('import <files...>').description('import an exported snapshot or admin files (see the guide)'))
		.option('--site <name>', 'admin files: their site, by name')
		.option('--site-url <url>', 'admin files: their site, by address')
		.option('--into <id>', 'admin files: add to this snapshot instead of a new one')
		.option('--taken <day>', 'admin files: export date, e.g. 2026-11-20 (default: from the file name or file date)')
		.addOption(new Option('--kind <kind>', 'admin files: kind of file, if not detected').choices(adminFileKinds))
		.option('--map <columns...>', 'admin files: meaning of columns, e.g. address=E-mail,status=State (a number with # counts columns)')
		.option('--values <values...>', 'admin files: meaning of values, e.g. suspended=gesperrt,active=frei')
		.option('--complete', 'admin files: contain everyone, including suspended and deactivated people')
		.option('--active-only', 'admin files: contain active people only')
		.option('--verified-domains <domains>', 'admin files: all verified domains of the organisation, e.g. a.com,b.com')
		.action(run(async () => (await import('./commands/import.ts')).importCommand));
	withConfirmation(
		snapshot.command('remove-file <id> <part>').description('take an admin file out of a snapshot, e.g. export:1 (see snapshot list)'),
	).action(run(async () => (await import('./commands/snapshot.ts')).removeFileCommand));
	withConfirmation(snapshot.command('remove <id>').description('delete a snapshot; runs that used it are kept')).action(
		run(async () => (await import('./commands/remove.ts')).removeSnapshotCommand),
	);
	withOutput(withSite(program.command('resume <run>').description('resume an interrupted run'))).action(
		run(async () => (await import('./commands/diagnose.ts')).resumeCommand),
	);
	withCommon(program.command('runs').description('list the runs')).action(
		run(async () => (await import('./commands/runs.ts')).runsCommand),
	);
	const oneRun = program.command('run').description('manage a run');
	withCommon(oneRun.command('show <run>').description('show how the list of a run was read, and its result')).action(
		run(async () => (await import('./commands/runs.ts')).showCommand),
	);
	withConfirmation(oneRun.command('remove <run>').description('delete a run with its plans')).action(
		run(async () => (await import('./commands/remove.ts')).removeRunCommand),
	);
	withCommon(oneRun.command('rename <run> <name>').description('give the list of a run another name')).action(
		run(async () => (await import('./commands/runs.ts')).renameCommand),
	);
	withSite(
		oneRun.command('correct <run> <line> <address>').description('correct an invalid or mistyped address in a run, and check the row'),
	).action(run(async () => (await import('./commands/correct-row.ts')).correctRowCommand));
	withOutput(withSite(oneRun.command('again <run>').description('check the same rows again, with the same corrections'))).action(
		run(async () => (await import('./commands/diagnose.ts')).againCommand),
	);
	withOutput(withCommon(program.command('report <run>').description('create the report of a run')))
		.addOption(outputOption('--html <file>', 'write the report as one HTML page'))
		.addOption(outputOption('--xlsx <file>', 'write the report as a workbook'))
		.option('--client <name>', 'client name, shown at the top')
		.option('--logo <file>', "the client's logo, a PNG or SVG of 200 KB at most")
		.option('--without-personal-data', 'number people instead of naming them; no addresses, names, account ids, cells or notes')
		.option('--mask-domains', 'with --without-personal-data: number the domains too')
		.option('--mask-organisations', 'with --without-personal-data: number the customer organisations too')
		.addOption(new Option('--language <language>', 'language of the page and the workbook').choices(languages).default('en'))
		.action(run(async () => (await import('./commands/report.ts')).reportCommand));
	withCommon(program.command('compare <before> <after>').description('compare two runs, person by person'))
		.addOption(outputOption('--csv <file>', 'write all changed people as CSV'))
		.action(run(async () => (await import('./commands/compare.ts')).compareCommand));
	withCommon(program.command('history <address>').description('show the history of one address'))
		.option('--site <name>', 'on this site only')
		.action(run(async () => (await import('./commands/compare.ts')).historyCommand));
	const checks = program.command('checks').description('record manual checks on Atlassian’s pages');
	const withWhere = (command: Command): Command =>
		withCommon(command).option('--site <name>', 'a stored site').option('--run <run>', 'the site of this run');
	withWhere(checks.command('add <address>').description('record what a page shows for a person'))
		.addOption(new Option('--directory <status>', 'status in Directory › Users').choices(handChecks.directory))
		.addOption(
			new Option('--suggest-changes <state>', '“Suggest changes” of the person in Directory › Users').choices(
				handChecks['suggest-changes'],
			),
		)
		.addOption(new Option('--portal-only <status>', 'status on the Portal-only customers page').choices(handChecks['portal-only']))
		.action(run(async () => (await import('./commands/checks.ts')).addCommand));
	withWhere(checks.command('list [address]').description('list manual checks, for one person or the whole site')).action(
		run(async () => (await import('./commands/checks.ts')).listCommand),
	);
	withWhere(checks.command('clear <address>').description('clear manual checks (default: all of this person)'))
		.option('--directory', 'only the directory status')
		.option('--suggest-changes', 'only Suggest changes')
		.option('--portal-only', 'only Portal-only customers')
		.action(run(async () => (await import('./commands/checks.ts')).clearCommand));
	withCommon(program.command('plan').description('plan fixes for the rows of a run; nothing is sent'))
		.requiredOption('--run <run>', 'the run')
		.option('--cause <code...>', 'only rows with these causes')
		.option('--replace-managed-elsewhere', 'remove accounts managed by another organisation and create portal-only accounts (destructive)')
		.option('--organisations', 'also add people to the customer organisation named in the list')
		.option('--invite', 'invite new accounts by email (default: no email)')
		.addOption(outputOption('--json <file>', 'write the plan as JSON'))
		.action(run(async () => (await import('./commands/plan.ts')).planCommand));
	withCommon(program.command('plans').description('list the plans')).action(
		run(async () => (await import('./commands/plan.ts')).plansCommand),
	);
	withSite(program.command('remediate').description('carry out a plan, or resume an interrupted one'))
		.requiredOption('--plan <plan>', 'the plan')
		.option('--dry-run', 'check every row but change nothing')
		.option('--yes', 'carry out the plan')
		.option('--first <n>', 'only the first rows, as a trial', readCount)
		.option('--retry-failed', 'retry rows that the site refused')
		.option('--confirm <phrase>', 'confirmation phrase if the plan removes people, e.g. "remove 3"')
		.addOption(outputOption('--json <file>', 'write the result of each row as JSON'))
		.addOption(outputOption('--failed <file>', 'write the failed rows with all original columns as CSV'))
		.action(run(async () => (await import('./commands/remediate.ts')).remediateCommand));
	withCommon(
		program.command('tasks [address...]').description('list the manual tasks of a plan, or note that they come later or cannot be done'),
	)
		.requiredOption('--plan <plan>', 'the plan')
		.option('--cannot <reason>', 'why these cannot be done; shown in reports and exports', readReason)
		.option('--later', 'these come later')
		.option('--reopen', 'clear the note of these')
		.action(run(async () => (await import('./commands/tasks.ts')).tasksCommand));
	withCommon(program.command('messages').description('print messages to organisations that manage accounts of a plan'))
		.requiredOption('--plan <plan>', 'the plan')
		.addOption(new Option('--to <whom>', 'recipients').choices(ownerAudiences).default('administrators'))
		.option('--sent <domain...>', 'note that the messages about these domains were sent')
		.option('--not-sent <domain...>', 'clear that note')
		.addOption(outputOption('--csv <file>', 'write the messages as CSV'))
		.action(run(async () => (await import('./commands/messages.ts')).messagesCommand));
	withCommon(program.command('audit').description('show the audit log: who did what, newest first'))
		.option('--site <name>', 'only this stored site')
		.option('--plan <plan>', 'only this plan')
		.option('--person <text>', 'only people with this in their address')
		.addOption(new Option('--step <step>', 'only this step').choices(stepIds))
		.option('--since <day>', 'from this day on, e.g. 2026-11-01', readDay)
		.option('--until <day>', 'up to this day', readDay)
		.option('--last <n>', 'the newest entries (default: 50)', readCount)
		.addOption(outputOption('--csv <file>', 'write all matching entries as CSV'))
		.addOption(outputOption('--jsonl <file>', 'write all matching entries as JSON lines'))
		.action(run(async () => (await import('./commands/audit.ts')).auditCommand));
	withCommon(program.command('verify-audit').description('verify the audit log'))
		.addOption(outputOption('--export <file>', 'write the log as JSON lines'))
		.action(run(async () => (await import('./commands/audit.ts')).verifyAuditCommand));
	withCommon(program.command('accept-audit').description('accept an audit log that differs from its head, e.g. after restoring a backup'))
		.requiredOption('--reason <text>', 'the reason; recorded in the log', readReason)
		.action(run(async () => (await import('./commands/audit.ts')).acceptAuditCommand));
	const network = program.command('network').description('proxy, proxy login and certificates');
	withCommon(network.command('show', { isDefault: true }).description('show the network settings')).action(
		run(async () => (await import('./commands/network.ts')).networkCommand),
	);
	withCommon(network.command('set').description('change the network settings; options you leave out go back to the default'))
		.addOption(new Option('--system', 'use HTTPS_PROXY, HTTP_PROXY and NO_PROXY (default)').conflicts(['direct', 'proxy']))
		.addOption(new Option('--direct', 'use no proxy').conflicts('proxy'))
		.option('--proxy <url>', 'use this proxy, e.g. http://proxy.example:3128')
		.option('--bypass <hosts>', 'with --proxy: hosts to connect to directly, separated by commas')
		.option('--user <name>', 'proxy user name; the password is asked for, or read from INVITE_DOCTOR_PROXY_PASSWORD')
		.option('--certificate <file>', 'additional trusted certificates (PEM)')
		.option(
			'--allow-private-addresses',
			'allow site names to resolve to private addresses, if a gateway of your company answers for Atlassian',
		)
		.action(run(async () => (await import('./commands/network.ts')).setNetworkCommand));
	withSite(network.command('check [name]').description('test each step of the connection to a site')).action(
		run(async () => (await import('./commands/network.ts')).checkNetworkCommand),
	);
	withCommon(program.command('demo').description('diagnose and fix a sample list on a demo site'))
		.option('--no-open', 'end after the summary')
		.action(run(async () => (await import('./commands/demo.ts')).demoCommand));
	for (const command of allOf(program).filter(writesFiles)) command.option('--overwrite', 'replace files that are there already');
	return program;
};

/** Runs one command. Resolves to the exit code (README, "Exit codes"); says what was wrong on standard error. */
export const runCommandLine = async (argv: readonly string[]): Promise<number> => {
	environmentTokens();
	let code: number = exitCode.allGood;
	try {
		await makeProgram((ended) => {
			code = ended;
		}).parseAsync([...argv]);
		return code;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.allGood : exitCode.wrongUse;
		if (!(error instanceof CommandEnded)) {
			const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
			for (const line of ['Something went wrong. Please report it with the lines below.', ...stack.split('\n')]) tell(line);
			return exitCode.notFinished;
		}
		const { failureSentence } = await import('./messages.ts');
		tell(failureSentence(error.failure));
		return error.code;
	}
};
