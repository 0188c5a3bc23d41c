/**
 * What the administrators of an owning organisation are asked, until somebody words it differently. Placeholders: `{domain}`,
 * `{site}`, `{desk}`, `{organisation}`, `{addresses}` (one a line).
 */
export const ownerMessageTemplate = {
	subject: 'Please enable accounts of {domain} for our support portal',
	body: `Hello,

we would like to give these people access to our support portal, {desk} ({site}):

{addresses}

Their Atlassian accounts are managed by your organisation and are deactivated there, so we cannot add them. Could an administrator of your organisation activate them (admin.atlassian.com > Directory > Managed accounts > the person > Activate)? Nothing else is needed, and no licence of yours is used by us.

Thank you.`,
};
