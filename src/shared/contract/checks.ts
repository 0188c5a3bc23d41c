import { oc } from '@orpc/contract';
import { z } from 'zod';
import { handChecks, type HandCheckId, type HandChecksOf, handCheckIds } from '../hand-checks.ts';
import { outcome, runId, siteName } from './parts.ts';

const address = z.string().trim().min(1).max(400);

/** Where somebody is: on the site of a run, or on a stored one. */
const where = z.union([z.object({ runId, address }), z.object({ site: siteName, address })]);

const saw = <Id extends HandCheckId>(check: Id) => z.object({ check: z.literal(check), seen: z.enum(handChecks[check]) });

const said = z.union([
	saw('directory'),
	saw('suggest-changes'),
	saw('portal-only'),
	/** Takes back what was said of this check. */
	z.object({ check: z.enum(handCheckIds as readonly [HandCheckId, ...HandCheckId[]]), seen: z.null() }),
]);

/** Checks of the article that no call answers: a person looks at a page and says what it shows. */
export const checksContract = {
	/** What was said so far, of one person or of everybody on the site; of a row of a run also what may still be checked. Nothing is asked. */
	list: oc.input(z.union([where, z.object({ site: siteName, address: z.undefined().optional() })])).output(outcome<HandChecksOf>()),
	/** Counts from now on; every row of the person there is judged again from its kept facts. Nothing is asked. */
	declare: oc.input(z.intersection(where, z.object({ said }))).output(outcome<{ readonly judgedAgain: number }>()),
};
