import { keySet, valueKey } from './title-key.ts';

/** What stands around a table on a page and is copied with it. */
const controls = keySet(
	'actions, action, more, more actions, show more, edit, delete, delete account, grant access, revoke access, migrate to atlassian account, migrate account, change password, reset password, view details, show details, next, previous, prev, first, last, rows per page, search, filter, export, aktionen, aktion, mehr, weitere aktionen, bearbeiten, löschen, konto löschen, zugriff gewähren, zugriff erteilen, zugriff entziehen, zu atlassian-konto migrieren, passwort ändern, weiter, zurück, zeilen pro seite, suchen, plus d’actions, supprimer, accorder l’accès, révoquer l’accès, más acciones, eliminar, otorgar acceso, revocar acceso, altre azioni, elimina, concedi accesso, revoca accesso, ..., …, ⋯, •••, ···, ⋮',
	valueKey,
);

export const isControl = (text: string): boolean => controls.has(valueKey(text));

/** e.g. `Showing 1–20 of 380`, `1-20 von 1.380`. */
const shownOf = /(\d[\d.,\s]*)\s*[-–—]\s*(\d[\d.,\s]*?)\s+(?:of|out of|von|de|di|van|av|af|z|из|sur)\s+(\d[\d.,\s]*)/iu;

const numberIn = (text: string): number => Number(text.replace(/\D/g, ''));

/** How many people the table says there are in all; `null` for any other text. */
export const totalIn = (text: string): number | null => {
	if (text.length > 200) return null;
	const [, from, to, total] = shownOf.exec(text) ?? [];
	if (from === undefined || to === undefined || total === undefined) return null;
	return numberIn(to) >= numberIn(from) && numberIn(total) >= numberIn(to) ? numberIn(total) : null;
};

/** A page number, a single sign: never a name. */
export const isFurniture = (text: string): boolean => isControl(text) || totalIn(text) !== null || /^[\p{N}\p{P}\p{S}\s]*$/u.test(text);
