import { Command, CommanderError, Option } from 'commander';
import { appVersion } from '../app-version.ts';
import { diagnoseCommand } from './commands/diagnose.ts';
import { reportCommand, resumeCommand, runsCommand } from './commands/runs.ts';
import { addCommand, checkCommand, listCommand, removeCommand } from './commands/site.ts';
import { StoreError } from '../../storage/sql.ts';
import { exitCode } from './exit-codes.ts';
import { failureSentence } from './messages.ts';
import { CommandEnded, tell } from './terminal.ts';

const withCommon = (command: Command): Command =>
	command
		.option('--data-dir <dir>', 'where results are kept')
		.option('--allow-loopback', 'permit a site at http://127.0.0.1 (demo, tests)');

const withSite = (command: Command): Command =>
	withCommon(command)
		.option('--site <name>', 'a stored site')
		.option('--site-url <url>', 'a site by address; tokens come from INVITE_DOCTOR_EMAIL, _API_TOKEN, _ORG_API_KEY')
		.option('--admin-url <url>', 'another address of the admin API (only on this machine)')
		.option('--org <id>', 'the organisation, where the key sees several');

const withOutput = (command: Command): Command =>
	command.option('--json <file>', 'write the report as JSON').option('--csv <file>', 'write the report as CSV');

/** Builds the command tree. `ended` is told the exit code of the command that ran. */
const makeProgram = (ended: (code: number) => void): Command => {
	const run =
		<A extends readonly unknown[]>(work: (...args: A) => Promise<number>) =>
		async (...args: A): Promise<void> =>
			ended(await work(...args));
	const program = new Command('invite-doctor')
		.description('Finds out why people cannot be added as customers in Jira Service Management Cloud.')
		.version(appVersion())
		.exitOverride()
		.showHelpAfterError();
	const site = program.command('site').description('the sites to check, their tokens in the keychain');
	withCommon(site.command('add <url>').description('add a site; tokens are asked for, never taken from the arguments'))
		.option('--name <name>', 'how to call it')
		.option('--email <address>', 'the account the API token belongs to')
		.option('--admin-url <url>', 'another address of the admin API (only on this machine)')
		.option('--org <id>', 'the organisation, where the key sees several')
		.addOption(new Option('--management <style>', 'user management of the organisation').choices(['centralized', 'original']))
		.action(run(addCommand));
	withCommon(site.command('list').description('the sites and which tokens there are')).action(run(listCommand));
	withSite(site.command('check [name]').description('who we talk to, the rights found, organisation, desks')).action(run(checkCommand));
	withCommon(site.command('remove <name>').description('forget a site and its tokens')).action(run(removeCommand));
	withOutput(withSite(program.command('diagnose').description('find the cause for every row of a list')))
		.requiredOption('--list <file>', 'the list, as CSV or .xlsx')
		.option('--desk <key>', 'the service project people are to be added to')
		.option('--email-column <name>', 'the column that holds the addresses')
		.option('--sheet <name>', 'the sheet of a workbook (default: the first one with addresses)')
		.option('--access <settings>', 'customer access, e.g. internal=on,external=off,approved=a.com;b.com,allowed=c.com')
		.action(run(diagnoseCommand));
	withOutput(withSite(program.command('resume <run>').description('go on with a run that was broken off'))).action(run(resumeCommand));
	withCommon(program.command('runs').description('the runs so far')).action(run(runsCommand));
	withOutput(withCommon(program.command('report <run>').description('write the report of a run')))
		.option('--html <file>', 'write the report as one HTML page')
		.action(run(reportCommand));
	withCommon(program.command('demo').description('the whole job on a demo site'))
		.option('--no-open', 'end after the summary')
		// Loaded only here: nothing else of the product needs the demo site.
		.action(run(async (options: { dataDir?: string; open: boolean }) => (await import('./commands/demo.ts')).demoCommand(options)));
	return program;
};

/** Runs one command. Resolves to the exit code (README, "Exit codes"); says what was wrong on standard error. */
export const runCommandLine = async (argv: readonly string[]): Promise<number> => {
	let code: number = exitCode.allGood;
	try {
		await makeProgram((ended) => {
			code = ended;
		}).parseAsync([...argv]);
		return code;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.allGood : exitCode.wrongUse;
		if (error instanceof StoreError) {
			tell(failureSentence(error.failure));
			return exitCode.notFinished;
		}
		if (!(error instanceof CommandEnded)) throw error;
		tell(error.message);
		return error.code;
	}
};
