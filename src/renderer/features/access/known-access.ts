import type { AccessInference, AccessSettings, KnownAccess } from '#shared/customer-access.ts';

export interface AccessFact {
	readonly setting: keyof AccessSettings;
	readonly value: boolean | readonly string[] | null;
	readonly origin: 'declared' | 'read' | 'unknown';
	/** ISO 8601; `null` where unknown. */
	readonly at: string | null;
}

const settings: readonly (keyof AccessSettings)[] = ['internal', 'approvedDomains', 'external', 'allowedDomains'];

/** Setting by setting, with where each is from. What refusals suggest stands apart: it names no setting. */
export const accessFacts = ({ access, declarations, read }: KnownAccess): readonly AccessFact[] => {
	const [newest] = declarations;
	return settings.map((setting) => {
		const said = newest?.access[setting] ?? null;
		if (said !== null) return { setting, value: said, origin: 'declared', at: newest?.at ?? null };
		const value = access[setting];
		const isRead = setting === 'approvedDomains' && read !== null && value !== null;
		return isRead ? { setting, value, origin: 'read', at: read.at } : { setting, value: null, origin: 'unknown', at: null };
	});
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
