import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { ProbeAnswer } from '#shared/probes.ts';
import { type ConnectRequest, connect } from '../evidence/connect.ts';
import { RunStopped } from '../run-stopped.ts';
import { probes } from './all.ts';
import { type PortalSample, takePortalSample } from './portal-sample.ts';
import type { ProbeContext } from './probe.ts';

export type ProbeRequest = Pick<
	ProbeContext,
	'questions' | 'rare' | 'callerEmail' | 'creations' | 'creationAnswers' | 'declared' | 'nobody'
> & {
	readonly connect: ConnectRequest;
	readonly now: () => string;
};

const lookAt = async ({ now, connect: request, ...context }: ProbeRequest): Promise<readonly ProbeAnswer[]> => {
	const connection = await connect(context.questions, request);
	if (!connection.ok) throw new RunStopped(connection.failure);
	const { organisation, ...listed } = connection.value;
	const desks = listed.desks.ok ? listed.desks.value : [];
	let sample: Promise<PortalSample> | null = null;
	const share = (): Promise<PortalSample> => {
		sample ??= takePortalSample(context.questions, desks);
		return sample;
	};
	const answers: ProbeAnswer[] = [];
	for (const probe of probes) {
		const { details = {}, ...finding } = await probe.look({ ...context, organisation, desks, sample: share });
		answers.push({ probe: probe.id, ...finding, details, at: now() });
	}
	return answers;
};

/** Asks the site what it lets us see: about twenty reads, and no change. Failures: whatever keeps it from answering at all. */
export const runProbes = async (request: ProbeRequest): Promise<Outcome<readonly ProbeAnswer[]>> => {
	try {
		return done(await lookAt(request));
	} catch (error) {
		if (!(error instanceof RunStopped)) throw error;
		return failed(error.failure.code, error.failure.details);
	}
};
