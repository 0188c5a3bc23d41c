import { done, failed, type Outcome } from '#shared/outcome.ts';
import { chooseDesk } from '../evidence/connect.ts';
import { RunStopped } from '../run-stopped.ts';
import { type Connected, pullConnection, pullPermission } from './pull-connection.ts';
import { must, type Pull, sideBySide } from './pull-context.ts';
import { pullAccounts, pullCustomers, pullDirectory } from './pull-people.ts';

const wantedDesks = ({ deskKeys }: Pull, { desks }: Connected): Connected['desks'] =>
	deskKeys === null ? desks : deskKeys.map((key) => must(chooseDesk(desks, key)));

/**
 * Fills a snapshot from its site, or goes on where an earlier pull of it stood: every page is on disk with the place of the
 * next before that is asked for. A part that the site refuses, or answers with what cannot be read, says so and leaves the
 * others their turn. Fails with whatever ends it as a whole (a rejected token, no network, `cancelled`, a full disk).
 */
export const pullSnapshot = async (pull: Pull): Promise<Outcome<null>> => {
	try {
		const connected = await pullConnection(pull);
		const { organisation } = connected;
		const desks = wantedDesks(pull, connected);
		await sideBySide(pull, [
			pullAccounts,
			async (pulling) => {
				for (const desk of desks) await pullPermission(pulling, desk);
			},
			async (pulling) => {
				for (const desk of desks) await pullCustomers(pulling, desk);
			},
			...(organisation === null ? [] : [(pulling: Pull) => pullDirectory(pulling, organisation)]),
		]);
		return done(null);
	} catch (error) {
		if (!(error instanceof RunStopped)) throw error;
		return pull.signal.aborted ? failed('cancelled') : failed(error.failure.code, error.failure.details);
	}
};
