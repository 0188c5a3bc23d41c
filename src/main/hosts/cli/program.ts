import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { encodings, readingChoices } from '#shared/lists.ts';
import { languages } from '#shared/languages.ts';
import { userManagements } from '#shared/customer-access.ts';
import { handChecks } from '#shared/hand-checks.ts';
import { adminFileKinds } from '#shared/admin-files.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import { ownerAudiences } from '#shared/owner-messages.ts';
import { keyScopesNamed, scopeKinds, scopesFor, tokenAbilities } from '#shared/scopes.ts';
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
		.option('--data-dir <dir>', 'where results are kept')
		.option('--allow-loopback', 'permit a site at http://127.0.0.1 (demo, tests)');

const withSite = (command: Command, siteFlag = '--site <name>'): Command =>
	withCommon(command)
		.option(siteFlag, 'a stored site')
		.option('--site-url <url>', 'a site by address; tokens come from INVITE_DOCTOR_EMAIL, _API_TOKEN, _ORG_API_KEY')
		.option('--admin-url <url>', 'another address of the admin API (only on this machine)')
		.option('--gateway-url <url>', 'another address of the gateway for tokens with scopes (only on this machine)')
		.option('--org <id>', 'the organisation, where the key sees several');

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

const readCount = (text: string): number => {
	const count = Number(text);
	if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError('a whole number from 1');
	return count;
};

const readDay = (text: string): string => {
	const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text) === true;
	if (!isDay) throw new InvalidArgumentError('a day, e.g. 2027-03-01');
	return text;
};

const readReason = (text: string): string => {
	const reason = text.trim();
	if (reason === '' || reason.length > 500) throw new InvalidArgumentError('a reason, of 500 characters at most');
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
	const site = program.command('site').description('the sites to check, their tokens in the keychain');
	withCommon(site.command('add <url>').description('add a site; tokens are asked for, never taken from the arguments'))
		.option('--name <name>', 'how to call it')
		.option('--email <address>', 'the account the API token belongs to')
		.option('--admin-url <url>', 'another address of the admin API (only on this machine)')
		.option('--gateway-url <url>', 'another address of the gateway for tokens with scopes (only on this machine)')
		.option('--org <id>', 'the organisation, where the key sees several')
		.option('--client <name>', 'whose site it is')
		.option('--read-only', 'use its tokens for reading only: plans are made, not carried out')
		.option('--token-expires <date>', 'the day until which the API token lasts, e.g. 2027-03-01', readDay)
		.addOption(new Option('--management <style>', 'user management of the organisation').choices(userManagements))
		.addHelpText('after', scopeHelp)
		.action(run(async () => (await import('./commands/site.ts')).addCommand));
	withCommon(site.command('overview').description('every site: its tokens, its last run, rows by cause')).action(
		run(async () => (await import('./commands/site-overview.ts')).overviewCommand),
	);
	withCommon(site.command('client <name> [client]').description("say whose site it is; without a client, nobody's")).action(
		run(async () => (await import('./commands/site-overview.ts')).clientCommand),
	);
	withCommon(site.command('read-only <name>').description('use its tokens for reading only: plans are made, not carried out'))
		.option('--off', 'let plans be carried out again')
		.action(run(async () => (await import('./commands/site.ts')).readOnlyCommand));
	withCommon(site.command('list').description('the sites and which tokens there are')).action(
		run(async () => (await import('./commands/site.ts')).listCommand),
	);
	withSite(site.command('check [name]').description('who we talk to, the rights found, organisation, desks'))
		.option('--probe', 'also find out what the site lets us see (reads only), and keep the answers')
		.action(run(async () => (await import('./commands/site.ts')).checkCommand));
	withCommon(site.command('access <name>').description('what is known of customer access there, and who said so'))
		.option('--set <settings>', 'declare it, e.g. internal=on,external=off,approved=a.com;b.com,allowed=c.com')
		.option('--approve <domain...>', 'declare that these domains were approved (Internal)')
		.option('--allow <domain...>', 'declare that these domains were added to those External is limited to')
		.addOption(new Option('--management <style>', 'user management of the organisation').choices(userManagements))
		.action(run(async () => (await import('./commands/access.ts')).accessCommand));
	withCommon(site.command('mails <name>').description('how many invitation e-mails plans may send there in 24 hours'))
		.option('--set <n>', 'from now on', readCount)
		.option('--default', 'what counts where nobody said anything: 100')
		.action(run(async () => (await import('./commands/site.ts')).mailsCommand));
	withCommon(site.command('tokens <name>').description('new tokens in the place of the old ones, e.g. when they have expired'))
		.option('--token-expires <date>', 'the day until which the API token lasts, e.g. 2027-03-01', readDay)
		.action(run(async () => (await import('./commands/site.ts')).tokensCommand));
	withCommon(site.command('remove <name>').description('forget a site and its tokens')).action(
		run(async () => (await import('./commands/site.ts')).removeCommand),
	);
	withOutput(
		withSite(program.command('diagnose').description('find the cause for every row of a list, on one site or several'), '--site <name...>'),
	)
		.option('--list <file>', 'the list, as CSV or .xlsx')
		.option('--everybody', 'with --offline, instead of a list: whoever of the snapshot may have something wrong with them')
		.option('--desk <key>', 'the service project people are to be added to')
		.option('--email-column <name>', 'the column that holds the addresses')
		.option('--name-column <name...>', 'the columns that hold the name, put together in this order')
		.option('--organisation-column <name>', 'the column that holds the organisation')
		.option('--sheet <name>', 'the sheet of a workbook (default: the one with most people)')
		.addOption(new Option('--hidden-rows <what>', 'rows that a sheet hides or filters away').choices(readingChoices.hiddenRows))
		.addOption(new Option('--frame-lines <what>', 'headings, groups, totals and footers of the list').choices(readingChoices.frames))
		.addOption(new Option('--addresses <which>', 'where a person has several: each makes a row of each').choices(readingChoices.addresses))
		.addOption(new Option('--tables <which>', 'other tables and sheets that hold people').choices(readingChoices.tables))
		.option('--show-left-out', 'show the lines of the list that are not read')
		.addOption(new Option('--encoding <name>', 'how the text is written, where the guess is wrong').choices(encodings))
		.option('--access <settings>', accessHelp)
		.option('--offline', 'against a snapshot: no network, no token')
		.option('--snapshot <id>', 'with --offline: this one instead of the newest of the site')
		.option('--allow-incomplete', 'with --offline: a snapshot as it is; rows say what was missing')
		.action(run(async () => (await import('./commands/diagnose.ts')).diagnoseCommand));
	const snapshot = program.command('snapshot').description('what a diagnosis needs of a site, kept for diagnosing offline');
	withSite(snapshot.command('pull').description('take one, or go on with the one that was broken off'))
		.option('--desk <keys...>', 'service projects whose customers to keep (all, where left out)')
		.option('--access <settings>', accessHelp)
		.option('--update', 'a new one that keeps of the last what need not be asked again')
		.action(run(async () => (await import('./commands/snapshot.ts')).pullCommand));
	withCommon(snapshot.command('list').description('the snapshots, what they hold and what they lack')).action(
		run(async () => (await import('./commands/snapshot.ts')).listCommand),
	);
	withCommon(snapshot.command('export <id> <file>').description('write one to a file')).action(
		run(async () => (await import('./commands/snapshot.ts')).exportCommand),
	);
	withCommon(
		snapshot.command('import <files...>').description('take over a snapshot that somebody exported, or files of an admin: see the guide'),
	)
		.option('--site <name>', 'admin files: a stored site they are of')
		.option('--site-url <url>', 'admin files: the site they are of')
		.option('--into <id>', 'admin files: add them to this snapshot instead of a new one')
		.option('--taken <day>', 'admin files: when they were made, e.g. 2026-11-20 (else the day in the name, or of the file)')
		.addOption(new Option('--kind <kind>', 'admin files: what they are, where their header does not tell').choices(adminFileKinds))
		.option('--map <columns...>', 'admin files: which column is what, e.g. address=E-mail,status=State (a number with # counts columns)')
		.option('--values <values...>', 'admin files: what values mean, e.g. suspended=gesperrt,active=frei')
		.option('--complete', 'admin files: they hold everybody, also who is suspended or deactivated')
		.option('--active-only', 'admin files: they hold active people only')
		.option('--verified-domains <domains>', 'admin files: all verified domains of the organisation, e.g. a.com,b.com')
		.action(run(async () => (await import('./commands/import.ts')).importCommand));
	withCommon(snapshot.command('remove <id>').description('delete one; runs against it are kept')).action(
		run(async () => (await import('./commands/snapshot.ts')).removeCommand),
	);
	withOutput(withSite(program.command('resume <run>').description('go on with a run that was broken off'))).action(
		run(async () => (await import('./commands/diagnose.ts')).resumeCommand),
	);
	withCommon(program.command('runs').description('the runs so far')).action(
		run(async () => (await import('./commands/runs.ts')).runsCommand),
	);
	withOutput(withCommon(program.command('report <run>').description('write the report of a run')))
		.addOption(outputOption('--html <file>', 'write the report as one HTML page'))
		.addOption(outputOption('--xlsx <file>', 'write the report as a workbook'))
		.option('--client <name>', 'for whom the report is; it stands on top')
		.option('--logo <file>', "the client's logo, a PNG or SVG of 200 KB at most")
		.option('--without-personal-data', 'number people instead of naming them: no address, name, account id, cell or note')
		.option('--mask-domains', 'with --without-personal-data: number the domains too')
		.option('--mask-organisations', 'with --without-personal-data: number the customer organisations too')
		.addOption(new Option('--language <language>', 'of the page and the workbook').choices(languages).default('en'))
		.action(run(async () => (await import('./commands/report.ts')).reportCommand));
	withCommon(program.command('compare <before> <after>').description('who went from what to what between two runs'))
		.addOption(outputOption('--csv <file>', 'write everybody who changed as CSV'))
		.action(run(async () => (await import('./commands/compare.ts')).compareCommand));
	withCommon(program.command('history <address>').description('what the runs so far said of one address'))
		.option('--site <name>', 'on this site alone')
		.action(run(async () => (await import('./commands/compare.ts')).historyCommand));
	const checks = program.command('checks').description('what people saw on pages, where no call answers: kept, and rows judged again');
	const withWhere = (command: Command): Command =>
		withCommon(command).option('--site <name>', 'a stored site').option('--run <run>', 'the site of this run');
	withWhere(checks.command('add <address>').description('say what a page shows of a person'))
		.addOption(new Option('--directory <status>', 'the status in Directory › Users').choices(handChecks.directory))
		.addOption(new Option('--suggest-changes <state>', 'of the person in Directory › Users').choices(handChecks['suggest-changes']))
		.addOption(new Option('--portal-only <status>', 'on the page Portal-only customers').choices(handChecks['portal-only']))
		.action(run(async () => (await import('./commands/checks.ts')).addCommand));
	withWhere(checks.command('list [address]').description('what was said, of one person or of everybody on the site')).action(
		run(async () => (await import('./commands/checks.ts')).listCommand),
	);
	withWhere(checks.command('clear <address>').description('take back what was said, of all checks where none is named'))
		.option('--directory', 'of the status in the directory')
		.option('--suggest-changes', 'of Suggest changes')
		.option('--portal-only', 'of the page Portal-only customers')
		.action(run(async () => (await import('./commands/checks.ts')).clearCommand));
	withCommon(program.command('plan').description('what would be done about the rows of a run; nothing is sent'))
		.requiredOption('--run <run>', 'the run')
		.option('--cause <code...>', 'only rows with these causes')
		.option('--replace-managed-elsewhere', 'remove accounts that another organisation manages and make portal-only ones (destructive)')
		.option('--organisations', 'also add people to the customer organisation named in the list')
		.option('--invite', 'new accounts are invited by an e-mail of the site (otherwise nobody is told)')
		.addOption(outputOption('--json <file>', 'write the plan as JSON'))
		.action(run(async () => (await import('./commands/plan.ts')).planCommand));
	withCommon(program.command('plans').description('the plans so far')).action(
		run(async () => (await import('./commands/plan.ts')).plansCommand),
	);
	withSite(program.command('remediate').description('carry a plan out, or go on with one that was broken off'))
		.requiredOption('--plan <plan>', 'the plan')
		.option('--dry-run', 'look at every row as before its change, and change nothing')
		.option('--yes', 'do it')
		.option('--first <n>', 'a trial run: the first rows only', readCount)
		.option('--retry-failed', 'try rows again that the site rejected')
		.option('--confirm <phrase>', 'what the plan asks for where it removes people, e.g. "remove 3"')
		.addOption(outputOption('--json <file>', 'write what became of each row as JSON'))
		.addOption(outputOption('--failed <file>', 'write the failed rows with all original columns as CSV'))
		.action(run(async () => (await import('./commands/remediate.ts')).remediateCommand));
	withCommon(program.command('messages').description('what to write about accounts of a plan that other organisations manage'))
		.requiredOption('--plan <plan>', 'the plan')
		.addOption(new Option('--to <whom>', 'whom it is written to').choices(ownerAudiences).default('administrators'))
		.addOption(outputOption('--csv <file>', 'write them as CSV'))
		.action(run(async () => (await import('./commands/messages.ts')).messagesCommand));
	withCommon(program.command('verify-audit').description('whether the log of all changes is as it was written'))
		.addOption(outputOption('--export <file>', 'write the log as JSON lines'))
		.action(run(async () => (await import('./commands/audit.ts')).verifyAuditCommand));
	withCommon(program.command('accept-audit').description('go on with a log that does not go on from its head, e.g. of a restored backup'))
		.requiredOption('--reason <text>', 'why it differs; it stands in the log', readReason)
		.action(run(async () => (await import('./commands/audit.ts')).acceptAuditCommand));
	const network = program.command('network').description('how this machine reaches Atlassian: proxy, login, certificates');
	withCommon(network.command('show', { isDefault: true }).description('how it is set')).action(
		run(async () => (await import('./commands/network.ts')).networkCommand),
	);
	withCommon(network.command('set').description('say how; what is not named is as the system says'))
		.addOption(
			new Option('--system', 'as the environment says: HTTPS_PROXY, HTTP_PROXY, NO_PROXY (default)').conflicts(['direct', 'proxy']),
		)
		.addOption(new Option('--direct', 'without a proxy').conflicts('proxy'))
		.option('--proxy <url>', 'through this proxy, e.g. http://proxy.example:3128')
		.option('--bypass <hosts>', 'with --proxy: hosts that are reached without it, with commas')
		.option('--user <name>', 'who logs in at the proxy; the password is asked for, or comes from INVITE_DOCTOR_PROXY_PASSWORD')
		.option('--certificate <file>', 'certificates (PEM) that are trusted beside those of the system')
		.action(run(async () => (await import('./commands/network.ts')).setNetworkCommand));
	withSite(network.command('check [name]').description('walk to a site step by step, and say where it ends')).action(
		run(async () => (await import('./commands/network.ts')).checkNetworkCommand),
	);
	withCommon(program.command('demo').description('the whole job on a demo site'))
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
			for (const line of ['This is a fault of Invite Doctor; please report it with the lines below.', ...stack.split('\n')]) tell(line);
			return exitCode.notFinished;
		}
		const { failureSentence } = await import('./messages.ts');
		tell(failureSentence(error.failure));
		return error.code;
	}
};
