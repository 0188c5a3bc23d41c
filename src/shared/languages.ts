/** Languages a window and a report speak. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const isLanguage = (value: unknown): value is Language => (languages as readonly unknown[]).includes(value);

/** What was chosen, else the first of the wanted languages (BCP 47) that there is. */
export const decideLanguage = (chosen: string | null, wanted: readonly string[]): Language => {
	if (isLanguage(chosen)) return chosen;
	return wanted.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en';
};
