import type { PlanRow } from '#shared/plan.ts';
import { isGuided, type RemedyId, remedyIds } from '#shared/remedies.ts';
import { ask } from '../../client.ts';
import { showFailure } from '../../ui/notices.ts';

/** The rows of a plan that one remedy is for. */
export interface RemedyGroup {
	readonly remedy: RemedyId;
	readonly rowCount: number;
	/** Its first row: what stands for the others where one has to be shown. */
	readonly example: PlanRow;
}

/** In the order of the catalogue; remedies without rows are left out. `null` where a question failed, and says so. */
export const loadGroups = async (planId: string): Promise<readonly RemedyGroup[] | null> => {
	const answers = await Promise.all(
		remedyIds.map(async (remedy) => ({
			remedy,
			answer: await ask((client) => client.plans.rows({ planId, remedies: [remedy], from: 0, count: 1 })),
		})),
	);
	const groups: RemedyGroup[] = [];
	for (const { remedy, answer } of answers) {
		if (!answer.ok) {
			showFailure(answer.failure);
			return null;
		}
		const example = answer.value.rows[0];
		if (example !== undefined) groups.push({ remedy, rowCount: answer.value.total, example });
	}
	return groups;
};

export const groupsByCalls = (groups: readonly RemedyGroup[]): readonly RemedyGroup[] => groups.filter(({ remedy }) => !isGuided(remedy));
export const groupsByPeople = (groups: readonly RemedyGroup[]): readonly RemedyGroup[] => groups.filter(({ remedy }) => isGuided(remedy));
