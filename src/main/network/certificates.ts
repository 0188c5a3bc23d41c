import { X509Certificate } from 'node:crypto';
import { getCACertificates } from 'node:tls';
import { done, failed, type Outcome } from '#shared/outcome.ts';

const pem = /-----BEGIN CERTIFICATE-----[\w+/=\s]{1,50000}-----END CERTIFICATE-----/g;

const readCertificates = (text: string | null): Outcome<readonly X509Certificate[]> => {
	if (text === null) return done([]);
	try {
		const found = (text.match(pem) ?? []).map((one) => new X509Certificate(one));
		return found.length === 0 ? failed('certificate-file-unusable') : done(found);
	} catch {
		return failed('certificate-file-unusable');
	}
};

/** Whom certificates (PEM) name, each by its common name, else by all it says of itself. */
export const namesIn = (text: string | null): readonly string[] => {
	const read = readCertificates(text);
	return read.ok ? read.value.map(({ subject }) => /(?:^|\n)CN=(.+)/.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ')) : [];
};

/**
 * Who is trusted: Node's own list, the system's store, `NODE_EXTRA_CA_CERTS`, and those that were added (PEM). The system's
 * store is where a company that inspects TLS puts its root.
 */
export const trustedCertificates = (added: string | null): Outcome<readonly string[]> => {
	const read = readCertificates(added);
	if (!read.ok) return read;
	const kinds = ['default', 'system', 'extra'] as const;
	return done([...new Set([...kinds.flatMap((kind) => getCACertificates(kind)), ...read.value.map(String)])]);
};
