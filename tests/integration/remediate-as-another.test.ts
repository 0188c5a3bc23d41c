import { expect, it } from 'vitest';
import { planOnDemo } from '../support/remediation.ts';
import type { PassingRequest } from '../support/tampering-proxy.ts';

const isChange = ({ method, path }: PassingRequest): boolean =>
	method !== 'GET' && !/\/(?:search|workspaces|events|manage)$|\/users$/.test(path);

it.each<[string, RegExp, Readonly<Record<string, string>>, string, boolean]>([
	['a token that answers as another account', /\/myself$/, { accountId: '5b10a2844c20165700ede2ff' }, 'a different account', true],
	['a site that has become another one', /\/tenant_info$/, { cloudId: '00000000-0000-4000-8000-000000000000' }, 'a different site', false],
])('sends nothing of a plan with %s', async (_what, path, other, sentence, isResumable) => {
	let isOther = false;
	const changes: string[] = [];
	const setting = await planOnDemo({
		tamper: {
			instead: (request) => {
				if (isOther && isChange(request)) changes.push(`${request.method} ${request.path}`);
				return null;
			},
			change: (request, answer) =>
				isOther && path.test(request.path)
					? { ...answer, text: JSON.stringify({ ...(JSON.parse(answer.text) as object), ...other }) }
					: answer,
		},
	});
	isOther = true;
	const refused = await setting.run(setting.remediate);
	expect(refused.code).not.toBe(0);
	expect(refused.stderr).toContain(sentence);
	expect(changes).toEqual([]);
	expect(refused.stderr.includes('Resume with: invite-doctor remediate')).toBe(isResumable);
	isOther = false;
	const carriedOut = await setting.run(setting.remediate);
	expect(carriedOut.stderr).not.toContain(sentence);
	expect(setting.result().rows.some(({ outcome }) => outcome === 'applied')).toBe(true);
});
