export const networkModes = ['system', 'none', 'proxy'] as const;
export type NetworkMode = (typeof networkModes)[number];

/** Bytes of PEM; those of a whole system are fewer. */
export const longestCertificates = 500_000;

/** How this machine reaches the net. The password of the login is in the keychain, never here. */
export interface NetworkSettings {
	/** `system`: as the environment says; `none`: without a proxy; `proxy`: through `proxy`. */
	readonly mode: NetworkMode;
	/** `http://proxy.acme.example:3128`, without a login. */
	readonly proxy: string | null;
	/** Hosts that are reached without it: names, `.suffixes`, with commas. */
	readonly bypass: string;
	/** Who logs in at the proxy; `null`: nobody, or as the address in the environment says. */
	readonly user: string | null;
	/** Certificates (PEM) that are trusted beside the system's. */
	readonly certificates: string | null;
	/** A site's name may resolve to a private address, as where a gateway of the company answers for Atlassian. */
	readonly allowPrivateAddresses: boolean;
}

export const systemNetwork: NetworkSettings = {
	mode: 'system',
	proxy: null,
	bypass: '',
	user: null,
	certificates: null,
	allowPrivateAddresses: false,
};

export interface NetworkInfo {
	readonly settings: Omit<NetworkSettings, 'certificates'>;
	/** Whom the certificates name, those beside the system's. */
	readonly certificates: readonly string[];
	readonly hasPassword: boolean;
	/** The proxy that is used for a site, without its login; `null`: none. */
	readonly proxy: string | null;
}

export const connectionSteps = ['name', 'connection', 'proxy', 'certificate', 'site', 'token'] as const;
export type ConnectionStep = (typeof connectionSteps)[number];

/** One step of the way to a site. `skipped`: there is nothing to it here, or an earlier one failed. */
export interface WalkedStep {
	readonly step: ConnectionStep;
	readonly state: 'ok' | 'failed' | 'skipped';
	/** Who was reached, or who issued the certificate. */
	readonly seen: string | null;
}
