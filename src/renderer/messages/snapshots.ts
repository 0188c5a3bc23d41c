import * as de from './de/snapshots.ts';
import * as en from './en/snapshots.ts';
import { inLanguage } from './language.ts';

export const { snapshotWords, pullWords, partTexts, gapTexts, standingTexts, exportKindTexts, coverageTexts } = inLanguage({ en, de });
