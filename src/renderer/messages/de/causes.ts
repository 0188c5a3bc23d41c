export { causeTexts } from '#shared/messages/de/causes.ts';
