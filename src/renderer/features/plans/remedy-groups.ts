import type { PlanResult } from '#shared/plan.ts';
import { isGuided } from '#shared/remedies.ts';

/** The rows of a plan that one remedy is for. */
export type RemedyGroup = PlanResult['remedies'][number];

export const groupsByCalls = (groups: readonly RemedyGroup[]): readonly RemedyGroup[] => groups.filter(({ remedy }) => !isGuided(remedy));
export const groupsByPeople = (groups: readonly RemedyGroup[]): readonly RemedyGroup[] => groups.filter(({ remedy }) => isGuided(remedy));
