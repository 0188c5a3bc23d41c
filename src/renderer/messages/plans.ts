import * as de from './de/plans.ts';
import * as en from './en/plans.ts';
import { inLanguage } from './language.ts';

export const { planStates, planSteps, outcomeTexts, changeStates, planWords } = inLanguage({ en, de });
