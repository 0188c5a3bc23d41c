// Reports say the same sentences as the window, and the Node side must not load the window: the texts are shared.
export { causeTexts } from '#shared/messages/en/causes.ts';
