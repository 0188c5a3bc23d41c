import type { ReportFormat } from '../../reports.ts';

export const reportFormatTexts: Record<ReportFormat, { readonly label: string; readonly what: string }> = {
	html: {
		label: 'Page (HTML)',
		what: 'One file for any browser: summary, causes, what to do, and the rows. It carries all it needs, and nothing in it runs.',
	},
	pdf: { label: 'PDF', what: 'The same page on paper, with page numbers.' },
	print: { label: 'Page to print', what: 'Opens the page in a new tab; print it from there, to paper or to a PDF.' },
	xlsx: { label: 'Workbook (Excel)', what: 'A sheet for each question, with every row and how we know.' },
	csv: { label: 'Table (CSV)', what: 'Every row with its cause and certainty.' },
	json: { label: 'Data (JSON)', what: 'Everything, for a program.' },
};

export const reportDialogWords = {
	button: 'Report…',
	title: 'Make a report',
	loading: 'Looking up what was used last…',
	client: 'Client',
	clientHint: 'Stands on top of the page and the workbook.',
	logo: 'Logo',
	logoHint: 'A PNG or SVG of 200 KB at most, on the page only.',
	chooseLogo: 'Choose a logo',
	removeLogo: 'Remove the logo',
	logoPreview: 'The logo that was chosen',
	people: 'People in it',
	personal: 'With addresses and names',
	personalText: 'For whoever works on with the rows: workbook and table hold all original columns.',
	anonymous: 'Without personal data',
	anonymousText: 'People are numbered. No address, name, account id, note or original cell is in it.',
	maskDomains: 'Number the domains too',
	maskDomainsText: 'A domain can be one person’s own.',
	maskOrganisations: 'Number the customer organisations too',
	language: 'Language',
	format: 'As',
	make: 'Make the report',
	remembered: 'Client, logo and choices are remembered for this site.',
	saved: (name: string) => `Saved as ${name}.`,
	downloading: (name: string) => `${name} is being downloaded.`,
	ready: 'The report is ready.',
	readyHint: 'The link works once, within ten minutes. Print the page from the tab it opens in.',
	openPage: 'Open the page to print',
};
