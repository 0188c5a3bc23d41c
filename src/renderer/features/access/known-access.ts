import type { AccessInference, AccessSettings, KnownAccess } from '#shared/customer-access.ts';

/** What the page Customer access shows one by one; what each approved domain gives stands beside the list of them. */
export type AccessSetting = Exclude<keyof AccessSettings, 'approvals'>;

/** One setting and where it is from; `at` is ISO 8601. */
export type AccessFact = { readonly setting: AccessSetting } & (
	| { readonly value: boolean | readonly string[]; readonly origin: 'declared' | 'read'; readonly at: string }
	| { readonly value: null; readonly origin: 'unknown' }
);

const settings: readonly AccessSetting[] = ['internal', 'approvedDomains', 'external', 'allowedDomains'];

/** Which kind a list of domains belongs to: where that is off, the list says nothing. */
const kindOf = { approvedDomains: 'internal', allowedDomains: 'external' } as const;

const isIdle = (setting: AccessSetting, access: AccessSettings): boolean =>
	setting in kindOf && access[kindOf[setting as keyof typeof kindOf]] === false;

/** Setting by setting, with where each is from. What refusals suggest stands apart: it names no setting. */
export const accessFacts = ({ access, declarations, read }: KnownAccess): readonly AccessFact[] => {
	const [newest] = declarations;
	const factOf = (setting: AccessSetting): AccessFact => {
		// External without a list lets in every domain.
		const isUnlimited = setting === 'allowedDomains' && newest?.access.external === true;
		const said = newest?.access[setting] ?? (isUnlimited ? [] : null);
		if (newest !== undefined && said !== null) return { setting, value: said, origin: 'declared', at: newest.at };
		const value = access[setting];
		if (setting === 'approvedDomains' && read !== null && value !== null) return { setting, value, origin: 'read', at: read.at };
		return { setting, value: null, origin: 'unknown' };
	};
	return settings.filter((setting) => !isIdle(setting, access)).map(factOf);
};

export interface InferenceNumbers {
	readonly refused: number;
	readonly tried: number;
	readonly domains: number;
}

export const inferenceNumbers = ({ domains }: AccessInference): InferenceNumbers => {
	const refused = domains.reduce((sum, one) => sum + one.refused, 0);
	return { refused, tried: domains.reduce((sum, one) => sum + one.letIn, refused), domains: domains.length };
};
