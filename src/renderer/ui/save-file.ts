/** Hands a file to the browser to save; where it goes is the person's to say. */
export const saveFile = (name: string, type: string, text: string): void => {
	const url = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	// Not at once: the download reads it after this turn.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
