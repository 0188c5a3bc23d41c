import * as access from './access.ts';
import * as adminFiles from './admin-files.ts';
import * as asked from './asked.ts';
import * as audit from './audit.ts';
import * as causeMeanings from './cause-meanings.ts';
import * as causes from './causes.ts';
import * as decisions from './decisions.ts';
import * as deletion from './deletion.ts';
import * as desktop from './desktop.ts';
import * as evidence from './evidence.ts';
import * as failures from './failures.ts';
import * as guided from './guided.ts';
import * as keys from './keys.ts';
import * as handChecks from './hand-checks.ts';
import * as help from './help.ts';
import * as list from './import.ts';
import * as links from './links.ts';
import * as network from './network.ts';
import * as mails from './mails.ts';
import * as offline from './offline.ts';
import * as ownerMessages from './owner-messages.ts';
import * as plans from './plans.ts';
import * as probes from './probes.ts';
import * as reading from './reading.ts';
import * as remedies from './remedies.ts';
import * as reportDialog from './report-dialog.ts';
import * as report from './report.ts';
import * as results from './results.ts';
import * as scopes from './scopes.ts';
import * as severalSites from './several-sites.ts';
import * as shell from './shell.ts';
import * as signIn from './sign-in.ts';
import * as sites from './sites.ts';
import * as snapshots from './snapshots.ts';
import * as table from './table.ts';
import * as terms from './terms.ts';
import * as words from './words.ts';

/** Everything that is said, by topic. English is the measure: what another language lacks, or says in another form, does not compile. */
export const english = {
	language: 'en',
	/** Of numbers and dates in a report. */
	locale: 'en-GB',
	...access,
	...adminFiles,
	...asked,
	...audit,
	...causeMeanings,
	...causes,
	...decisions,
	...deletion,
	...desktop,
	...evidence,
	...failures,
	...guided,
	...keys,
	...handChecks,
	...help,
	...list,
	...links,
	...network,
	...mails,
	...offline,
	...ownerMessages,
	...plans,
	...probes,
	...reading,
	...remedies,
	...reportDialog,
	...report,
	...results,
	...scopes,
	...severalSites,
	...shell,
	...signIn,
	...sites,
	...snapshots,
	...table,
	...terms,
	...words,
};
