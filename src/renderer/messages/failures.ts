import { failureTexts as de } from './de/failures.ts';
import { failureTexts as en } from './en/failures.ts';
import type { FailureText, WindowFailure } from './failure-sentence.ts';
import { inLanguage } from './language.ts';
import { textOf } from './text-of.ts';

export type { WindowFailure } from './failure-sentence.ts';

export const failureTexts = inLanguage({ en, de });

export const failureText = ({ code, details }: WindowFailure): FailureText => textOf(failureTexts, code, failureTexts.internal)(details);
