/** Languages a window and a report speak. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];
