// Reports say the same sentences as the window, and the Node side must not load the window: the texts are shared.
export type { FixStep, PageTarget } from '#shared/messages/cause-text.ts';
export { causeTexts } from '#shared/messages/en/causes.ts';
