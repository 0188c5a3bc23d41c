import { auditDifferenceText as deDifference } from '#shared/messages/de/audit-difference.ts';
import { auditDifferenceText as enDifference } from '#shared/messages/en/audit-difference.ts';
import * as de from './de/audit.ts';
import * as en from './en/audit.ts';
import { inLanguage } from './language.ts';
import { textOf } from './text-of.ts';

const { eventTexts } = inLanguage({ en, de });
export const auditDifference = inLanguage({ en: enDifference, de: deDifference });
export const { auditProblems, hostTexts, auditWords } = inLanguage({ en, de });

/** Events are an open set; one this window does not know is shown as it is. */
export const auditEvent = (event: string): string => textOf(eventTexts, event, event);
