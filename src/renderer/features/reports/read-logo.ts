import { done, failed, type Outcome } from '#shared/outcome.ts';
import { largestLogoBytes, type Logo } from '#shared/reports.ts';

const types: readonly string[] = ['image/png', 'image/svg+xml'] satisfies readonly Logo['type'][];
const isLogoType = (type: string): type is Logo['type'] => types.includes(type);

const readDataUrl = (file: File): Promise<string | null> =>
	new Promise((resolve) => {
		const reader = new FileReader();
		reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : null));
		reader.addEventListener('error', () => resolve(null));
		reader.readAsDataURL(file);
	});

/** A picture as it was chosen. What is in it is looked at by the Node side; here it is only shown, as an image. */
export const readLogoFile = async (file: File): Promise<Outcome<Logo>> => {
	if (!isLogoType(file.type)) return failed('logo-unusable', { problem: 'no-picture' });
	if (file.size > largestLogoBytes) return failed('logo-unusable', { problem: 'too-large' });
	const url = await readDataUrl(file);
	return url === null ? failed('file-unreadable', { path: file.name }) : done({ type: file.type, base64: url.slice(url.indexOf(',') + 1) });
};
