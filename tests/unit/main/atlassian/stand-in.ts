import type { Door } from '#shared/door.ts';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { Secret } from '#core/secret.ts';
import type { SignIn } from '#main/atlassian/credentials.ts';
import { makeKnownDoor } from '#main/atlassian/door.ts';
import { makeRateGates } from '#main/atlassian/rate-gate.ts';
import { readAdminAddress, readSiteAddress } from '#main/atlassian/site-address.ts';
import { type CountedSiteChanges, makeSiteChanges } from '#main/atlassian/site-changes.ts';
import { type CountedSiteQuestions, makeSiteQuestions } from '#main/atlassian/site-questions.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

export interface Seen {
	readonly method: string;
	readonly url: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

export interface Reply {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	/** Sent as JSON, or as it is when it is a string. */
	readonly body?: unknown;
}

export type Answerer = (seen: Seen, nth: number, response: ServerResponse) => Reply | 'left-to-me';

export const canary = 'CANARY-token-8f2d';
export const keyCanary = 'CANARY-orgkey-77aa';
export const email = 'auditor@consult.example';

export interface StandIn {
	readonly origin: string;
	readonly seen: Seen[];
	readonly clock: ManualClock;
	readonly logged: string[];
	readonly questions: CountedSiteQuestions;
	/** On the same gates as the questions. */
	readonly changes: CountedSiteChanges;
}

export interface StandInOptions {
	readonly signal?: AbortSignal;
	readonly orgApiKey?: string | null;
	readonly readOnly?: boolean;
	readonly signIn?: SignIn;
	/** Left out: none is known yet. */
	readonly door?: Door;
	/** Speak to this origin instead. */
	readonly origin?: string;
}

/** A real server on this machine that answers as the test says, and the adapter pointed at it. */
export const standIn = async (answer: Answerer, options: StandInOptions = {}): Promise<StandIn> => {
	const seen: Seen[] = [];
	const server = createServer(async (request, response) => {
		let body = '';
		for await (const chunk of request) {
			body += String(chunk);
		}
		const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
		seen.push(one);
		const reply = answer(one, seen.length, response);
		if (reply !== 'left-to-me') {
			response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers });
			response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {}));
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { origin, seen, ...ask(options.origin ?? origin, options) };
};

const ask = (origin: string, options: StandInOptions) => {
	const clock = new ManualClock();
	const logged: string[] = [];
	const note = (event: string, details?: unknown) => void logged.push(JSON.stringify([event, details]));
	const site = readSiteAddress(origin, { allowLoopback: true });
	const adminUrl = readAdminAddress(origin, { allowLoopback: true });
	if (!site.ok || !adminUrl.ok) {
		throw new Error('the stand-in has no loopback address');
	}
	const key = options.orgApiKey === undefined ? keyCanary : options.orgApiKey;
	const random = { next: () => 0, id: () => 'id' };
	const both = {
		site: site.value,
		admin: adminUrl.value,
		credentials: {
			signIn: options.signIn ?? { by: 'token', email, apiToken: new Secret(canary) },
			orgApiKey: key === null ? null : new Secret(key),
		},
		clock,
		random,
		gates: makeRateGates(clock, random),
		known: makeKnownDoor(options.door ?? null),
		readOnly: options.readOnly ?? false,
		log: { info: note, warn: note, error: note },
		version: '9.9.9',
		...(options.signal === undefined ? {} : { signal: options.signal }),
	};
	return { clock, logged, questions: makeSiteQuestions(both), changes: makeSiteChanges(both) };
};
