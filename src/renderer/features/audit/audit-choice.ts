import type { AuditFilter } from '#shared/audit.ts';

/** The fields as somebody left them; empty: not chosen. Days as `YYYY-MM-DD`. */
export interface AuditChoice {
	readonly site: string;
	readonly plan: string;
	readonly person: string;
	readonly step: AuditFilter['step'];
	readonly since: string;
	readonly until: string;
}

export const everyEntry: AuditChoice = { site: '', plan: '', person: '', step: undefined, since: '', until: '' };

const startOfDay = (day: string, daysLater: number): string | undefined => {
	const start = new Date(`${day}T00:00`);
	start.setDate(start.getDate() + daysLater);
	return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
};

const given = (text: string): string | undefined => text.trim() || undefined;

/** Days begin where this machine's do; the last one is meant as a whole. */
export const auditFilterOf = ({ site, plan, person, step, since, until }: AuditChoice): AuditFilter => ({
	site: given(site),
	plan: given(plan),
	person: given(person),
	step,
	since: startOfDay(since, 0),
	until: startOfDay(until, 1),
});

export const isEveryEntry = (choice: AuditChoice): boolean => Object.values(auditFilterOf(choice)).every((part) => part === undefined);
