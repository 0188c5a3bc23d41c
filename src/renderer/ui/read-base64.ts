/** The bytes of a file, or of a piece of one, as base64. Rejects where it cannot be read any more. */
export const readBase64 = (file: Blob): Promise<string> =>
	new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.addEventListener('load', () => {
			const text = typeof reader.result === 'string' ? reader.result : '';
			resolve(text.slice(text.indexOf(',') + 1));
		});
		reader.addEventListener('error', () => reject(new Error('the file cannot be read')));
		reader.readAsDataURL(file);
	});
