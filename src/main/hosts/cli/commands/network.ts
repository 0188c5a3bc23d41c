import { longestCertificates, type NetworkInfo, type NetworkMode } from '#shared/network.ts';
import { print } from '../../terminal.ts';
import { readPassword } from '../ask-secret.ts';
import { type CommonOptions, withClient } from '../client.ts';
import { endWith, need } from '../command-ended.ts';
import { exitCode } from '../exit-codes.ts';
import { readGivenList } from '../given-file.ts';
import { connectionStepTexts, failureSentence, networkModeTexts, networkWords } from '../messages.ts';
import { chosenSite, type SiteOptions } from '../site-choice.ts';

export interface NetworkOptions extends CommonOptions {
	readonly proxy?: string;
	readonly system?: boolean;
	readonly direct?: boolean;
	readonly bypass?: string;
	readonly user?: string;
	readonly certificate?: string;
	readonly allowPrivateAddresses?: boolean;
}

const printNetwork = ({ settings, certificates, hasPassword, proxy }: NetworkInfo): void => {
	print(`${networkWords.mode.padEnd(14)} ${networkModeTexts[settings.mode]} (${proxy ?? networkWords.noProxy})`);
	if (settings.bypass !== '') print(`${networkWords.bypass.padEnd(14)} ${settings.bypass}`);
	if (settings.user !== null) print(`Login          ${settings.user}${hasPassword ? '' : ', no password'}`);
	if (certificates.length > 0) print(`Certificates   ${certificates.join(', ')}`);
	if (settings.allowPrivateAddresses) print(networkWords.allowPrivateAddresses);
};

/** `network`: how this machine reaches the net. */
export const networkCommand = async (options: CommonOptions): Promise<number> =>
	withClient(options, async (client) => {
		printNetwork(need(await client.network.get()));
		return exitCode.allGood;
	});

/** Ends the command where the file cannot be read, or is too long for one. */
const readCertificateFile = async (path: string): Promise<string> => {
	const read = await readGivenList(path);
	if (read.ok && read.value.file.size <= longestCertificates) return read.value.file.text();
	return endWith({ code: 'certificate-file-unusable', details: {} });
};

const modeOf = ({ proxy, direct }: NetworkOptions): NetworkMode => (proxy !== undefined ? 'proxy' : direct ? 'none' : 'system');

/** `network set`: what is not named is as the system says. The password comes from the environment, a prompt or a pipe. */
export const setNetworkCommand = async (options: NetworkOptions): Promise<number> =>
	withClient(options, async (client) => {
		const { proxy, bypass = '', user, certificate, allowPrivateAddresses = false } = options;
		const certificates = certificate === undefined ? null : await readCertificateFile(certificate);
		const password = user === undefined ? '' : await readPassword();
		const given = {
			mode: modeOf(options),
			proxy,
			bypass,
			user,
			certificates,
			allowPrivateAddresses,
			...(password === '' ? {} : { password }),
		};
		printNetwork(need(await client.network.set(given)));
		return exitCode.allGood;
	});

/** `network check [NAME]`: where the way to a site ends. */
export const checkNetworkCommand = async (name: string | undefined, options: CommonOptions & SiteOptions): Promise<number> =>
	withClient(options, async (client) => {
		const site = chosenSite(name === undefined ? options : { site: name });
		const { steps, failure } = need(await client.network.check(typeof site === 'string' ? { name: site } : { given: site }));
		for (const { step, state, seen } of steps) {
			const said = step === 'certificate' && seen !== null ? networkWords.inspected(seen) : (seen ?? '');
			print(`${connectionStepTexts[step].padEnd(12)} ${networkWords.states[state].padEnd(10)} ${said}`.trimEnd());
		}
		print(failure === null ? networkWords.whole : failureSentence(failure));
		return failure === null ? exitCode.allGood : exitCode.wrongUse;
	});
