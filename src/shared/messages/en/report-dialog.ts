import type { ReportFormat } from '../../reports.ts';

export const reportFormatTexts: Record<ReportFormat, { readonly label: string; readonly what: string }> = {
	html: {
		label: 'Page (HTML)',
		what: 'One file for any browser: summary, causes, what to do, and the rows. Self-contained. No scripts.',
	},
	pdf: { label: 'PDF', what: 'The same page on paper, with page numbers.' },
	print: { label: 'Page to print', what: 'Opens the page in a new tab; print it from there, to paper or to a PDF.' },
	xlsx: { label: 'Workbook (Excel)', what: 'A sheet per topic, with all rows and their evidence.' },
	csv: { label: 'Table (CSV)', what: 'Every row with its cause and certainty.' },
	json: { label: 'Data (JSON)', what: 'Everything, for a program.' },
};

export const reportDialogWords = {
	button: 'Report…',
	title: 'Create a report',
	loading: 'Loading the last settings…',
	client: 'Client',
	clientHint: 'Shown at the top of the page and the workbook.',
	logo: 'Logo',
	logoHint: 'A PNG or SVG of 200 KB at most, on the page only.',
	chooseLogo: 'Choose a logo',
	removeLogo: 'Remove the logo',
	logoPreview: 'Chosen logo',
	people: 'Personal data',
	personal: 'With addresses and names',
	personalText: 'For further work on the rows. Workbook and table include all original columns.',
	anonymous: 'Without personal data',
	anonymousText: 'People are numbered. Without addresses, names, account ids, notes and original cells.',
	maskDomains: 'Number the domains too',
	maskDomainsText: 'A domain can belong to a single person.',
	maskOrganisations: 'Number the customer organisations too',
	language: 'Language',
	format: 'Format',
	make: 'Create report',
	remembered: 'Client, logo and choices are remembered for this site.',
	saved: (name: string) => `Saved as ${name}.`,
	downloading: (name: string) => `${name} is being downloaded.`,
	ready: 'The report is ready.',
	readyHint: 'The link works once and for ten minutes. Print the page from the tab it opens in.',
	openPage: 'Open the page to print',
};
