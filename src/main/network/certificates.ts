import { readFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { getCACertificates } from 'node:tls';
import { done, failed, type Outcome } from '#shared/outcome.ts';

const pem = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

const readCertificates = (path: string): Outcome<readonly string[]> => {
	try {
		const found = readFileSync(path, 'utf8').match(pem) ?? [];
		for (const one of found) new X509Certificate(one);
		return found.length === 0 ? failed('certificate-file-unusable', { path }) : done(found);
	} catch {
		return failed('certificate-file-unusable', { path });
	}
};

/**
 * Who is trusted: Node's own list, the system's store, `NODE_EXTRA_CA_CERTS`, and the file that was chosen. The system's store
 * is where a company that inspects TLS puts its root.
 */
export const trustedCertificates = (file: string | null): Outcome<readonly string[]> => {
	const chosen = file === null ? done([]) : readCertificates(file);
	if (!chosen.ok) return chosen;
	const kinds = ['default', 'system', 'extra'] as const;
	return done([...new Set([...kinds.flatMap((kind) => getCACertificates(kind)), ...chosen.value])]);
};
