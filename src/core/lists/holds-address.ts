const addressLike = /[^\s@][@\uff20][^\s@]/;

/** Whether a cell holds something that looks like an address, right or wrong. */
export const holdsAddress = (cell: string): boolean => (cell.includes('@') || cell.includes('\uff20')) && addressLike.test(cell);

/** What addresses consist of, anywhere in a text. */
export const addressPattern = /[^\s@,;<>()"'|[\]{}]+@[^\s@,;<>()"'|[\]{}]+/g;
