import { type Credentials, withoutTokens } from './credentials.ts';
import { isRecord, parseJson } from './failures.ts';

const mostCharacters = 500;

/** What a refusal says for itself, in the words of whichever API it is; `null` where that is nothing, or a web page. */
export const wordsOf = (text: string, credentials: Credentials): string | null => {
	const words = [...new Set(wordsIn(parseJson(text)?.value).map(toPlainLine))].filter((line) => line !== '').join(' ');
	return siteWords(words, credentials);
};

/** A text of the site's, fit to be stored and shown. Tokens are sought before it is cut: half of one is one too. */
export const siteWords = (text: string, credentials: Credentials): string | null => {
	const said = withoutTokens(toPlainLine(text), credentials).slice(0, mostCharacters);
	// The cut may go through a character of two halves.
	const whole = said.isWellFormed() ? said : said.slice(0, -1);
	return whole === '' ? null : whole;
};

/** Without what could disturb a terminal, a line of a log or the direction of reading. */
const toPlainLine = (text: string): string =>
	text
		.toWellFormed()
		.replace(/\p{Cf}/gu, '')
		.replace(/[\p{Cc}\p{Z}]+/gu, ' ')
		.trim();

/**
 * JSM: `errorMessage`. Jira: `errorMessages` and `errors` by field. Organizations API: `errors[]` with title and detail,
 * its proxy: `message`. User management API: `key`, and a `context` that says more. Source: error answers of the
 * specifications.
 */
const wordsIn = (body: unknown): readonly string[] => {
	if (!isRecord(body)) {
		return [];
	}
	const context = isRecord(body['context']) ? body['context'] : {};
	const said = [
		body['errorMessage'],
		...listIn(body['errorMessages']),
		...errorsIn(body['errors']),
		body['message'],
		context['message'],
		...listIn(context['errorCodes']).map((error) => (isRecord(error) ? error['message'] : null)),
	].filter(isText);
	const reason = isRecord(context['reason']) ? context['reason'] : {};
	return said.length > 0 ? said : [body['key'], reason['key']].filter(isText);
};

/** A list of errors, or texts by field. */
const errorsIn = (errors: unknown): readonly unknown[] => {
	if (Array.isArray(errors)) {
		return errors.flatMap((error: unknown) => (isRecord(error) ? [error['title'], error['detail']] : [error]));
	}
	return isRecord(errors) ? Object.values(errors) : [];
};

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
