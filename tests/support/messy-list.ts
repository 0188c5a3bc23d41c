import writeExcelFile from 'write-excel-file/node';

/** An address as people keep it: every sixth is none, and one provider is misspelt now and then. */
const messyAddress = (index: number): string => {
	const address = `person.${index}@company-${index % 400}.example`;
	if (index % 120 === 3) return `p${index}@gmial.com`;
	return (
		[address, ` ${address}`, `Person ${index} <${address}>`, address.toUpperCase(), `p${index}@gmail.com`, `p${index}@@x.com`][index % 6] ??
		''
	);
};

/** A list of such addresses as text. */
export const messyTable = (rows: number): string => {
	const lines = Array.from({ length: rows }, (_, index) => `Person ${index},${messyAddress(index)},"Company ${index % 400}, Ltd."`);
	return `Name,E-mail,Company\r\n${lines.join('\r\n')}\r\n`;
};

/** A workbook of such addresses, with dates, numbers and quotes. */
export const messyWorkbook = (rowCount: number): Promise<Buffer> => {
	const rows = Array.from({ length: rowCount }, (_, index) => [
		{ value: `Person ${index}` },
		{ value: messyAddress(index) },
		{ value: `Company ${index % 400}` },
		{ value: new Date(Date.UTC(2024, 0, 1 + (index % 300))), type: Date, format: 'yyyy-mm-dd' } as const,
		{ value: index * 1.1, type: Number } as const,
		{ value: `a note, "quoted", on row ${index}` },
	]);
	const titles = ['Name', 'E-mail', 'Company', 'Since', 'Seats', 'Note'].map((value) => ({ value }));
	return writeExcelFile([[{ value: 'Customers' }], titles, ...rows]).toBuffer();
};
