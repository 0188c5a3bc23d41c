import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../../../src/shared/messages/', import.meta.url);
const commandLine = new URL('../../../../src/main/hosts/cli/', import.meta.url);

/** Turns of phrase that made people stop, and their kin: the style page in CONTRIBUTING says what to write instead. */
const refused: Readonly<Record<'en' | 'de', readonly RegExp[]>> = {
	en: [
		/\bwhat is so\b|\bit is waited\b|\bgoes before it\b|\blet go\b|\banew\b|\bas ever\b/i,
		/\bstands? (in|on|at|for|beside|among|earlier|there|below)\b|\bbeside somebody\b|\bstands with\b/i,
		/\bnobody (said|has said|tells)\b|\bwhat was said\b|\bwhat I said\b|\bsay (it|so|which|what|whose)\b/i,
		/\binterfaces? (tells?|reactivates?)\b|\bcan(not)? be told\b(?! apart)|\blets? us see\b|\bmay not ask\b/i,
		/\bwhom?\b.*\bis about\b|\bthis is about\b|\brests? on\b|\blikely at most\b/i,
		/\bby hand\b|\bleft to a person\b|\ba twin\b|\bthere twice\b|\bswitched (off|on)\b|\bput right\b|\bmended\b|\bbroken off\b|\bbroke off\b/i,
		/\blooked at again\b|\bhow sure\b|\bto know\b|\bkeep the tokens\b|\bwere kept\b|\basks as\b|\bprobably (mistyped|meant)\b/i,
		/\bNo \w+ fits\b|\bthat fit\b|\bfits? this\b|\bhost where empty\b/i,
		/\bdesks?\b/i,
	],
	de: [
		/\bwie es (steht|ist)\b|\bvon Hand\b|\bhat (noch niemand|niemand) (gesagt|angegeben)\b|\bniemand hat\b/i,
		/\bzu sagen ist\b|\bverrät\b|\bzu sehen gibt\b|\bSchnittstelle\b|\bim Weg\b|\bnachzusehen\b/i,
		/\bum die es\b|\bhöchstens vermutet\b|\bsteht weiter oben\b|\bdarin ist\b|\bwohl (vertippt|gemeint)\b/i,
		/\babgeschaltet|\bnicht angenommen\b|\bbehalten werden\b|\bloslassen\b|\bwie gewiss\b|\bgemerkt\b/i,
		/\bDesks?\b/,
	],
};

const quoted = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;

/** What a file says, without its comments, its names of files and codes, and what it fills in. */
const saidIn = (source: string): readonly string[] =>
	source
		.split('\n')
		.filter((line) => !/^\s*(\/\/|\/?\*|import |export \*|\} from )/.test(line))
		.flatMap((line) =>
			[...line.matchAll(quoted)].map(([, plain, filled]) =>
				(plain ?? filled ?? '').replaceAll(/\$\{[^{}]*(\}|$)/g, '…').replaceAll(/--[a-z-]+/g, '…'),
			),
		)
		.filter((text) => /\s/.test(text));

const tables = (['en', 'de'] as const).flatMap((language) =>
	readdirSync(new URL(`${language}/`, folder))
		.filter((name) => name !== 'asked.ts')
		.map((name) => [language, name] as const),
);

test.each(tables)('%s/%s says it as an administrator would', (language, name) => {
	const said = saidIn(readFileSync(new URL(`${language}/${name}`, folder), 'utf8'));
	expect(said.filter((text) => refused[language].some((pattern) => pattern.test(text)))).toEqual([]);
	expect(said.filter((text) => /\S {2,}\S/.test(text))).toEqual([]);
});

const filesUnder = (folder: URL): readonly string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

test.each(filesUnder(commandLine))('the command line says it so in %s, too', (name) => {
	const said = saidIn(readFileSync(new URL(name, commandLine), 'utf8')).filter((text) => !text.startsWith('--'));
	expect(said.filter((text) => refused.en.some((pattern) => pattern.test(text)))).toEqual([]);
});

const guide = new URL('../../../../docs/guide/', import.meta.url);

test.each(readdirSync(guide).filter((name) => name.endsWith('.md')))('the guide says it so in %s, too', (name) => {
	// Codes of causes are no words.
	const lines = readFileSync(new URL(name, guide), 'utf8')
		.replaceAll(/`[^`]*`/g, '…')
		.split('\n');
	expect(lines.filter((line) => refused.en.some((pattern) => pattern.test(line)))).toEqual([]);
});
