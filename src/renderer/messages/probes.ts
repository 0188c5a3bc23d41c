import * as de from './de/probes.ts';
import * as en from './en/probes.ts';
import { inLanguage } from './language.ts';

export const { probeTexts, probeAnswers, probeSeen, probeReasons, probeWords } = inLanguage({ en, de });
