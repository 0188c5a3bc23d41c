const followAsDownload = (href: string, name: string): void => {
	const link = document.createElement('a');
	link.href = href;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
};

/** Has the browser fetch and save a file that waits on our own origin, under the name it comes with. */
export const downloadFrom = (path: string): void => followAsDownload(path, '');

/** Hands a file to the browser to save; where it goes is the person's to say. */
export const saveFile = (name: string, type: string, text: string): void => {
	const url = URL.createObjectURL(new Blob([text], { type }));
	followAsDownload(url, name);
	// Not at once: the download reads it after this turn.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
