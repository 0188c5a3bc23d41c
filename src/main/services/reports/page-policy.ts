/** Of a report shown as a page: its own style and the pictures it carries, nothing else. */
export const reportPagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
