/** The questions as they are stored, each with the part that is about somebody. */
const patterns: readonly (readonly [pattern: RegExp, text: (...parts: readonly string[]) => string])[] = [
	[/^directory entry of ([\s\S]*)$/, (email) => `Verzeichniseintrag von ${email}`],
	[/^service management role of ([\s\S]*)$/, (email) => `Jira-Service-Management-Rolle von ${email}`],
	[/^roles of ([\s\S]*)$/, (email) => `Rollen von ${email}`],
	[/^may this organisation enable ([\s\S]*)$/, (account) => `Darf diese Organisation ${account} aktivieren?`],
	[/^whose account ([\s\S]*) is$/, (account) => `Wem das Konto ${account} gehört`],
	[/^portal-only record of ([\s\S]*)$/, (email) => `Portalkonto von ${email}`],
	[/^who reported requests as ([\s\S]*)$/, (email) => `Wer als ${email} Anfragen gestellt hat`],
	[/^the account ([\s\S]*), seen at ([\s\S]*) before$/, (account, email) => `Das Konto ${account}, früher unter ${email} zu sehen`],
	[/^Atlassian account of ([\s\S]*) on the site$/, (email) => `Atlassian-Konto von ${email} auf der Site`],
	[/^([\s\S]*) among the desk's customers$/, (email) => `${email} unter den Kunden des Serviceprojekts`],
	[/^([\s\S]*) among the members of customer organisations$/, (email) => `${email} unter den Mitgliedern der Kundenorganisationen`],
	[/^may ([\s\S]*) raise requests$/, (account) => `Darf ${account} Anfragen stellen?`],
	[/^to make an account for ([\s\S]*)$/, (email) => `Ein Konto für ${email} anzulegen`],
	[/^customer access of the site$/, () => 'Kundenzugang der Site'],
	[/^check by hand of ([\s\S]*)$/, (email) => `Von Hand geprüft: ${email}`],
	[/^what follows from it$/, () => 'Was daraus folgt'],
	[/^is "([\s\S]*)" an address$/, (cell) => `Ist „${cell}“ eine Adresse?`],
	[/^([\s\S]*) earlier in the list$/, (email) => `${email} weiter oben in der Liste`],
	[/^permission scheme of ([\s\S]*)$/, (desk) => `Berechtigungsschema von ${desk}`],
];

/** Evidence keeps its question in English words; one that is not known is said as it is. */
export const askedText = (asked: string): string => {
	for (const [pattern, text] of patterns) {
		const found = pattern.exec(asked);
		if (found !== null) return text(...found.slice(1));
	}
	return asked;
};
