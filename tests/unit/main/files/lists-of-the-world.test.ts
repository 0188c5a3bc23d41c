import { describe, expect, it } from 'vitest';
import type { ReadingItem } from '#shared/lists.ts';
import { openListBytes, openListText, type OpenListOptions } from '#main/files/open-list.ts';

/** Address, name, organisation; what is left out is `null`. */
type Person = readonly [address: string, name?: string | null, organisation?: string | null];

interface Listed {
	readonly text: string | Buffer;
	readonly people: readonly Person[];
	readonly invalid?: readonly string[];
	readonly said?: Partial<Record<ReadingItem['kind'], number>>;
	readonly options?: OpenListOptions;
	readonly isPasted?: boolean;
}

const ann = 'ann.lee@partner.example';
const bob = 'bob.ray@partner.example';
const cy = 'cy.poe@vendor.example';

const ab: readonly Person[] = [
	[ann, 'Ann Lee'],
	[bob, 'Bob Ray'],
];
const abOf: readonly Person[] = [
	[ann, 'Ann Lee', 'Partner AG'],
	[bob, 'Bob Ray', 'Vendor Ltd'],
];

const lines = (...all: readonly string[]): string => all.join('\n');

const lists: Readonly<Record<string, Listed>> = {
	'French titles, semicolons': {
		text: lines('Nom;Prénom;Courriel;Société', `Lee;Ann;${ann};Partner AG`, `Ray;Bob;${bob};Vendor Ltd`),
		people: abOf,
	},
	'French titles of Outlook': {
		text: lines('Prénom,Nom,Société,Adresse de messagerie,Titre', `Ann,Lee,Partner AG,${ann},Mme`, `Bob,Ray,Vendor Ltd,${bob},M.`),
		people: abOf,
	},
	'Spanish titles': {
		text: lines('Nombre,Apellidos,Correo electrónico,Empresa', `Ann,Lee,${ann},Partner AG`, `Bob,Ray,${bob},Vendor Ltd`),
		people: abOf,
	},
	'Portuguese titles': {
		text: lines('Nome;Sobrenome;E-mail;Empresa', `Ann;Lee;${ann};Partner AG`, `Bob;Ray;${bob};Vendor Ltd`),
		people: abOf,
	},
	'Italian titles': {
		text: lines('Nome;Cognome;Indirizzo e-mail;Azienda', `Ann;Lee;${ann};Partner AG`, `Bob;Ray;${bob};Vendor Ltd`),
		people: abOf,
	},
	'Polish titles': {
		text: lines('Imię;Nazwisko;Adres e-mail;Firma', `Ann;Lee;${ann};Partner AG`, `Bob;Ray;${bob};Vendor Ltd`),
		people: abOf,
	},
	'Dutch titles': {
		text: lines('Voornaam;Tussenvoegsel;Achternaam;E-mailadres;Bedrijf', `Ann;;Lee;${ann};Partner AG`, `Bob;van der;Ray;${bob};Vendor Ltd`),
		people: [
			[ann, 'Ann Lee', 'Partner AG'],
			[bob, 'Bob van der Ray', 'Vendor Ltd'],
		],
	},
	'Czech titles': {
		text: lines('Jméno;Příjmení;E-mail;Společnost', `Ann;Lee;${ann};Partner AG`, `Bob;Ray;${bob};Vendor Ltd`),
		people: abOf,
	},
	'Swedish titles': {
		text: lines('Förnamn;Efternamn;E-post;Företag', `Ann;Lee;${ann};Partner AG`, `Bob;Ray;${bob};Vendor Ltd`),
		people: abOf,
	},
	'Danish titles': {
		text: lines('Fornavn;Efternavn;E-mailadresse;Firma', `Ann;Lee;${ann};Partner AG`, `Bob;Ray;${bob};Vendor Ltd`),
		people: abOf,
	},
	'Turkish titles': {
		text: lines('Ad;Soyad;E-posta;Şirket', `Ann;Lee;${ann};Partner AG`, `Bob;Ray;${bob};Vendor Ltd`),
		people: abOf,
	},
	'Japanese titles, family name first': {
		text: lines('姓,名,メールアドレス,会社名', `山田,太郎,${ann},株式会社A`, `佐藤,花子,${bob},株式会社B`),
		people: [
			[ann, '山田 太郎', '株式会社A'],
			[bob, '佐藤 花子', '株式会社B'],
		],
	},
	'Japanese titles, one name, full width': {
		text: lines('氏名,フリガナ,Ｅメール,部署', `山田 太郎,ヤマダ タロウ,${ann},営業部`, `佐藤 花子,サトウ ハナコ,${bob},総務部`),
		people: [
			[ann, '山田 太郎'],
			[bob, '佐藤 花子'],
		],
	},
	'Chinese titles': {
		text: lines('姓名,邮箱,公司', `李安,${ann},合作公司`, `王波,${bob},供应商`),
		people: [
			[ann, '李安', '合作公司'],
			[bob, '王波', '供应商'],
		],
	},
	'Korean titles': {
		text: lines('이름,이메일,회사', `이안,${ann},파트너`, `왕보,${bob},공급사`),
		people: [
			[ann, '이안', '파트너'],
			[bob, '왕보', '공급사'],
		],
	},
	'Russian titles': {
		text: lines('Фамилия;Имя;Отчество;Эл. почта;Организация', `Иванов;Иван;Иванович;${ann};ООО А`, `Петров;Пётр;;${bob};ООО Б`),
		people: [
			[ann, 'Иван Иванович Иванов', 'ООО А'],
			[bob, 'Пётр Петров', 'ООО Б'],
		],
	},
	'Okta people': {
		text: lines(
			'id,status,created,lastLogin,profile.login,profile.email,profile.secondEmail,profile.firstName,profile.lastName,profile.organization',
			`00u1,ACTIVE,2020-01-01,2026-01-01,${ann},${ann},ann@home.example,Ann,Lee,Partner AG`,
			`00u2,ACTIVE,2020-01-01,2026-01-01,${bob},${bob},,Bob,Ray,Vendor Ltd`,
		),
		people: abOf,
		said: { 'other-columns': 1 },
	},
	'Okta people, older titles': {
		text: lines(
			'"First Name","Last Name","Username","Primary email","Title"',
			`"Ann","Lee","${ann}","${ann}","Dr."`,
			`"Bob","Ray","${bob}","${bob}",""`,
		),
		people: ab,
	},
	'Google Workspace directory': {
		text: lines(
			'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required],Recovery Email,Home Secondary Email,Status [READ ONLY]',
			`Ann,Lee,${ann},****,/,ann@home.example,,Active`,
			`Bob,Ray,${bob},****,/Sales,,bob@home.example,Active`,
		),
		people: ab,
		said: { 'other-columns': 2 },
	},
	'Get-ADUser | Export-Csv': {
		text: lines(
			'#TYPE Microsoft.ActiveDirectory.Management.ADUser',
			'"DistinguishedName","Enabled","GivenName","Mail","Name","ObjectClass","SamAccountName","Surname","UserPrincipalName"',
			`"CN=Ann Lee,OU=Users,DC=corp,DC=local","True","Ann","${ann}","Ann Lee","user","alee","Lee","alee@corp.local"`,
			`"CN=Bob Ray,OU=Users,DC=corp,DC=local","True","Bob","${bob}","Bob Ray","user","bray","Ray","bray@corp.local"`,
		),
		people: ab,
	},
	'Get-Mailbox with proxyAddresses': {
		text: lines(
			'DisplayName;proxyAddresses',
			`Ann Lee;smtp:alee@old.example,SMTP:${ann},X500:/o=corp/cn=ann`,
			`Bob Ray;SMTP:${bob},smtp:bray@old.example,SIP:${bob}`,
		),
		people: ab,
	},
	'Intercom users': {
		text: lines(
			'Name,Owner,Lead category,Conversation Rating,Email,Phone,User ID,First Seen (UTC),Companies',
			`Ann Lee,otto@boss.example,,,${ann},+49 170 1234567,u1,2020-01-01 00:00:00,Partner AG`,
			`Bob Ray,otto@boss.example,,,${bob},,u2,2020-01-01 00:00:00,Vendor Ltd`,
		),
		people: abOf,
		said: { 'somebody-elses': 1 },
	},
	'Freshdesk contacts': {
		text: lines(
			'Full name,Title,Company,Email,Secondary emails,Work phone,Mobile phone,Twitter',
			`Ann Lee,,Partner AG,${ann},"ann@home.example,ann@old.example",,,@annlee`,
			`Bob Ray,,Vendor Ltd,${bob},,,,@bobray`,
		),
		people: abOf,
		said: { 'other-columns': 2 },
	},
	'Salesforce report with notes': {
		text: lines(
			'"Account Owner","Account Name","First Name","Last Name","Email","Mailing Country"',
			`"Otto Boss","Partner AG","Ann","Lee","${ann}","DE"`,
			`"Otto Boss","Vendor Ltd","Bob","Ray","${bob}","UK"`,
			'""',
			'""',
			'"Contacts of all accounts"',
			'"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."',
			'"Confidential Information - Do Not Distribute"',
			'"Generated By:  Otto Boss  11/20/2026 3:02 PM"',
			'"Halden Group"',
		),
		people: abOf,
		said: { below: 5 },
	},
	'Teams attendance, UTF-16 with tabs': {
		text: Buffer.from(
			`\uFEFF${[
				'1. Summary',
				'Meeting title\tKick-off',
				'Attended participants\t2',
				'Start time\t11/20/26, 9:00:00 AM',
				'',
				'2. Participants',
				'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole',
				`Ann Lee\t11/20/26, 9:00:00 AM\t11/20/26, 10:00:00 AM\t1h\t${ann}\talee@corp.example\tPresenter`,
				`Bob Ray\t11/20/26, 9:00:00 AM\t11/20/26, 10:00:00 AM\t1h\t${bob}\tbray@corp.example\tAttendee`,
				'',
				'3. In-Meeting Activities',
				'Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole',
				`Ann Lee\t11/20/26, 9:00:00 AM\t11/20/26, 10:00:00 AM\t1h\t${ann}\tPresenter`,
				`Bob Ray\t11/20/26, 9:00:00 AM\t11/20/26, 10:00:00 AM\t1h\t${bob}\tAttendee`,
				'',
			].join('\r\n')}`,
			'utf16le',
		),
		people: ab,
		said: { 'other-tables': 2 },
	},
	'Zoom participants': {
		text: lines(
			'Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants',
			'123 456,Kick-off,11/20/2026,11/20/2026,host@halden.example,60,2',
			'',
			'Name (Original Name),User Email,Total Duration (Minutes),Guest',
			`Ann Lee,${ann},60,Yes`,
			`Bob Ray,${bob},58,Yes`,
			'iPhone,,12,Yes',
		),
		people: ab,
	},
	'Eventbrite attendees': {
		text: lines(
			'Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Buyer Email,Company',
			`1,2026-11-20,Ann,Lee,${ann},1,Free,otto@boss.example,Partner AG`,
			`2,2026-11-20,Bob,Ray,${bob},1,Free,otto@boss.example,Vendor Ltd`,
		),
		people: abOf,
		said: { 'somebody-elses': 1 },
	},
	'Mailchimp audience': {
		text: lines(
			'"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,CONFIRM_IP,LEID,NOTES',
			`${ann},Ann,Lee,2,"2026-01-01 00:00:00",10.0.0.1,1,""`,
			`${bob},Bob,Ray,2,"2026-01-01 00:00:00",10.0.0.1,2,""`,
		),
		people: ab,
	},
	'Shopify customers': {
		text: lines(
			'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Phone,Total Spent,Tags',
			`'1,Ann,Lee,${ann},yes,Partner AG,Street 1,'+49170123,12.00,vip`,
			`'2,Bob,Ray,${bob},no,Vendor Ltd,Street 2,,0.00,`,
		),
		people: abOf,
	},
	'SAP dump with rules and bars': {
		text: lines(
			'20.11.2026                     Dynamic List Display                     1',
			'-------------------------------------------------------------------------',
			'|BP number |Name 1    |E-Mail Address                          |Country|',
			'-------------------------------------------------------------------------',
			`|0000100001|Ann Lee   |${ann}                 |DE     |`,
			`|0000100002|Bob Ray   |${bob}                 |GB     |`,
			'-------------------------------------------------------------------------',
		),
		people: ab,
	},
	'phpBB members': {
		text: lines('user_id,username,user_email,user_regdate,user_lang', `2,annlee,${ann},1577836800,en`, `3,bobray,${bob},1577836800,de`),
		people: [
			[ann, 'annlee'],
			[bob, 'bobray'],
		],
	},
	'Google contacts, newer titles': {
		text: lines(
			'First Name,Middle Name,Last Name,Organization Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value',
			`Ann,,Lee,Partner AG,* Work,${ann},Home,ann@home.example`,
			`Bob,,Ray,Vendor Ltd,* Work,${bob},,`,
		),
		people: abOf,
		said: { 'other-columns': 1 },
	},
	'iCloud-like, Email 1 - Value only in the second column': {
		text: lines('Name,Email 1 - Value,Email 2 - Value', `Ann Lee,${ann},`, `Bob Ray,,${bob}`),
		people: ab,
		said: { 'from-other-column': 1 },
	},
	'two addresses in a cell, semicolons': {
		text: lines('Name,Email', `Ann Lee,${ann}; ann@home.example`, `Bob Ray,${bob}`),
		people: [[bob, 'Bob Ray']],
		invalid: ['several-addresses'],
		said: { several: 1 },
	},
	'two addresses in a cell, each a row': {
		text: lines('Name,Email', `Ann Lee,${ann} / ${cy}`, `Bob Ray,${bob}`),
		people: [
			[ann, 'Ann Lee'],
			[cy, 'Ann Lee'],
			[bob, 'Bob Ray'],
		],
		options: { addresses: 'each' },
	},
	'trailing totals': {
		text: lines('Name;E-Mail;Requests', `Ann Lee;${ann};12`, `Bob Ray;${bob};30`, 'Total;;42', 'Average;;21'),
		people: ab,
		said: { below: 2 },
	},
	'notes under the table': {
		text: lines('Name;E-Mail', `Ann Lee;${ann}`, `Bob Ray;${bob}`, '', 'Note: please confirm until Friday', '* external'),
		people: ab,
		said: { below: 2 },
	},
	'a note with an address under the table': {
		text: lines('Name;E-Mail', `Ann Lee;${ann}`, `Bob Ray;${bob}`, '', 'Questions: otto@boss.example;'),
		people: ab,
		invalid: ['empty'],
		said: { 'other-columns': 1 },
	},
	'a merged header over two lines': {
		text: lines('Person;;Contact;', 'First name;Last name;E-mail;Phone', `Ann;Lee;${ann};+49 1`, `Bob;Ray;${bob};+49 2`),
		people: ab,
		said: { above: 1 },
	},
	'groups with their headings': {
		text: lines('Name;E-mail', 'Partner AG;', `Ann Lee;${ann}`, 'Vendor Ltd;', `Bob Ray;${bob}`),
		people: ab,
		invalid: ['empty', 'empty'],
	},
	'numbered rows and an empty first column': {
		text: lines(';No.;Name;Mail;Tel.', `;1;Ann Lee;${ann};0170 123`, `;2;Bob Ray;${bob};0170 124`),
		people: ab,
	},
	'ServiceNow users': {
		text: lines(
			'"user_name","name","email","company","manager.email"',
			`"alee","Ann Lee","${ann}","Partner AG","otto@boss.example"`,
			`"bray","Bob Ray","${bob}","Vendor Ltd","otto@boss.example"`,
		),
		people: abOf,
		said: { 'somebody-elses': 1 },
	},
	'Zendesk users': {
		text: lines(
			'ID,Name,Email,External ID,Role,Organization,Last login',
			`1,Ann Lee,${ann},,End user,Partner AG,`,
			`2,Bob Ray,${bob},,End user,Vendor Ltd,`,
		),
		people: abOf,
	},
	'Jira users of a site': {
		text: lines(
			'User id,User name,email,User status,Added to org,Org role',
			`557058:1,Ann Lee,${ann},Active,1 Jan 2024,User`,
			`557058:2,Bob Ray,${bob},Active,1 Jan 2024,User`,
		),
		people: ab,
	},
	'Entra users': {
		text: lines(
			'userPrincipalName,displayName,surname,mail,givenName,objectId,userType,jobTitle,companyName',
			`alee@corp.onmicrosoft.com,Ann Lee,Lee,${ann},Ann,1,Member,,Partner AG`,
			`bray@corp.onmicrosoft.com,Bob Ray,Ray,${bob},Bob,2,Member,,Vendor Ltd`,
		),
		people: abOf,
	},
	'Entra guests': {
		text: lines(
			'userPrincipalName,displayName,mail,userType',
			`ann.lee_partner.example#EXT#@corp.onmicrosoft.com,Ann Lee,${ann},Guest`,
			`bob.ray_partner.example#EXT#@corp.onmicrosoft.com,Bob Ray,${bob},Guest`,
		),
		people: ab,
	},
	'LinkedIn connections with notes above': {
		text: lines(
			'Notes:',
			'"When exporting your connection data, you may notice that some of the email addresses are missing."',
			'',
			'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
			`Ann,Lee,https://www.linkedin.com/in/ann,${ann},Partner AG,CEO,20 Nov 2026`,
			`Bob,Ray,https://www.linkedin.com/in/bob,${bob},Vendor Ltd,CTO,20 Nov 2026`,
		),
		people: abOf,
		said: { above: 2 },
	},
	'PayPal-like with payer and receiver': {
		text: lines(
			'Date,Name,From Email Address,To Email Address,Net',
			`11/20/2026,Ann Lee,${ann},shop@halden.example,1`,
			`11/20/2026,Bob Ray,${bob},shop@halden.example,2`,
		),
		people: ab,
	},
	'WordPress users': {
		text: lines(
			'ID,user_login,user_pass,user_nicename,user_email,display_name,first_name,last_name',
			`1,alee,$P$x,alee,${ann},Ann Lee,Ann,Lee`,
			`2,bray,$P$y,bray,${bob},Bob Ray,Bob,Ray`,
		),
		people: ab,
	},
	'Moodle participants': {
		text: lines(
			'Vorname,Nachname,ID-Nummer,Institution,Abteilung,E-Mail-Adresse',
			`Ann,Lee,1,Partner AG,,${ann}`,
			`Bob,Ray,2,Vendor Ltd,,${bob}`,
		),
		people: abOf,
	},
	'Calendly events': {
		text: lines(
			'User Name,User Email,Invitee Name,Invitee Email,Event Type',
			`Otto Boss,otto@boss.example,Ann Lee,${ann},30 min`,
			`Otto Boss,otto@boss.example,Bob Ray,${bob},30 min`,
		),
		people: ab,
	},
	'SurveyMonkey with a second title line': {
		text: lines(
			'Respondent ID,Email Address,First Name,Last Name,How did you like it?',
			',,,,Response',
			`1,${ann},Ann,Lee,good`,
			`2,${bob},Bob,Ray,bad`,
		),
		people: ab,
	},
	'Microsoft Forms': {
		text: lines(
			'ID,Start time,Completion time,Email,Name,Your company',
			`1,11/20/2026,11/20/2026,${ann},Ann Lee,Partner AG`,
			`2,11/20/2026,11/20/2026,${bob},Bob Ray,Vendor Ltd`,
		),
		people: abOf,
	},
	'Google Forms with a typed address': {
		text: lines(
			'Timestamp,Username,What is your name?,Your company',
			`2026/11/20,${ann},Ann Lee,Partner AG`,
			`2026/11/20,${bob},Bob Ray,Vendor Ltd`,
		),
		people: abOf,
	},
	'a share list of SharePoint': {
		text: lines(
			'Resource Path,Item Type,Permission,User Name,User Email,User Or Group Type',
			`/sites/a,Web,Full,Ann Lee,${ann},External`,
			`/sites/a,Web,Read,Bob Ray,${bob},External`,
		),
		people: ab,
	},
	'GitHub members': {
		text: lines('GitHub com login,GitHub com name,GitHub com verified domain emails', `annlee,Ann Lee,${ann}`, `bobray,Bob Ray,${bob}`),
		people: ab,
	},
	'Slack members': {
		text: lines(
			'username,email,status,billing-active,has-2fa,userid,fullname,displayname',
			`alee,${ann},Member,1,0,U1,Ann Lee,ann`,
			`bray,${bob},Member,1,0,U2,Bob Ray,`,
		),
		people: ab,
	},
	'names before and behind in one column': {
		text: lines('Kontakt', `Ann Lee <${ann}>`, `"Ray, Bob" <${bob}>`),
		people: [
			[ann, 'Ann Lee'],
			[bob, 'Ray, Bob'],
		],
	},
	'a title that is an address': {
		text: lines('otto@boss.example', ann, bob),
		people: [['otto@boss.example'], [ann], [bob]],
	},
	'phone-like columns before the address': {
		text: lines('Phone;Fax;Name;Contact', `+49 30 1;+49 30 2;Ann Lee;${ann}`, `030/3;030/4;Bob Ray;${bob}`),
		people: ab,
	},
	'a column of old addresses beside the new ones': {
		text: lines('Name;Old e-mail;New e-mail', `Ann Lee;a@old.example;${ann}`, `Bob Ray;b@old.example;${bob}`),
		people: ab,
		said: { 'other-columns': 2 },
	},
	'roles instead of addresses': {
		text: lines('Name,Email', `Ann Lee,${ann}`, 'Bob Ray,n/a', 'Dan Fox,none', 'Cy Poe,-', 'Ed Moe,tbd'),
		people: [[ann, 'Ann Lee']],
	},
	'full width signs': {
		text: lines('名前,メール', `アン,ann.lee＠partner.example`, `ボブ,ｂｏｂ.ray@partner.example`),
		people: [
			[ann, 'アン'],
			[bob, 'ボブ'],
		],
	},
	'Windows-1252 with semicolons': {
		text: Buffer.from(lines('Nachname;Vorname;E-Mail', `Müller;Jürgen;${ann}`, `Groß;Zoë;${bob}`), 'latin1'),
		people: [
			[ann, 'Jürgen Müller'],
			[bob, 'Zoë Groß'],
		],
	},
};

const read = async ({ text, options = {}, isPasted = false }: Listed) => {
	const outcome = isPasted
		? await openListText('pasted', String(text), options)
		: await openListBytes('list.csv', typeof text === 'string' ? Buffer.from(text) : text, options);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
	const rows = [...outcome.value.rows()];
	return {
		people: rows.flatMap(({ read: one, displayName, organisation }) => (one.valid ? [[one.address, displayName, organisation]] : [])),
		invalid: rows.flatMap(({ read: one }) => (one.valid ? [] : [one.problem])),
		said: Object.fromEntries(outcome.value.account.items.map(({ kind, count }) => [kind, count])),
	};
};

describe('a list as people have it', () => {
	it.each(Object.entries(lists))('%s', async (_, listed) => {
		const { people, invalid, said } = await read(listed);
		expect(people).toEqual(listed.people.map(([address, name = null, organisation = null]) => [address, name, organisation]));
		if (listed.invalid !== undefined) expect(invalid).toEqual(listed.invalid);
		expect(said).toMatchObject(listed.said ?? {});
	});
});
