import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, type LookupFunction } from 'node:net';

/** What is never routed on the internet. Source: IANA's registries of special-purpose addresses, RFC 6890. */
const special = new BlockList();
for (const [network, prefix] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['224.0.0.0', 3],
] as const) {
	special.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
	['::', 127],
	['64:ff9b:1::', 48],
	['fc00::', 7],
	['fe80::', 9],
	['ff00::', 8],
] as const) {
	special.addSubnet(network, prefix, 'ipv6');
}

/** Whether an address can be one of Atlassian's: not this machine, nor its network. IPv4 inside IPv6 counts as what it holds. */
export const isPublic = ({ address, family }: LookupAddress): boolean => !special.check(address, family === 6 ? 'ipv6' : 'ipv4');

/** The code of the error where a name resolves to a private address. */
export const privateAddress = 'PRIVATE_ADDRESS';

/**
 * As `dns.lookup`; fails where any of the answers is private. The connection goes to what was looked at here: a name that
 * leads elsewhere the next time is looked at again.
 */
export const lookupPublic =
	(find: typeof lookup = lookup): LookupFunction =>
	(hostname, options, answer) => {
		find(hostname, { ...options, all: true }, (error, found) => {
			if (error !== null) return answer(error, options.all ? [] : '');
			if (!found.every(isPublic)) return answer(Object.assign(new Error('a private address'), { code: privateAddress }), '');
			const [first] = found;
			return options.all ? answer(null, found) : answer(null, first?.address ?? '', first?.family);
		});
	};
