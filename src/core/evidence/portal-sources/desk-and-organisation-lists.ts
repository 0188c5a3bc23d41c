import { isPortalOnly } from '../account-sweep.ts';
import type { PortalSource } from './portal-source.ts';

/** The desk's own list and the customer organisations show the record itself. Who is in neither may exist all the same. */
export const deskAndOrganisationLists: PortalSource = {
	id: 'desk-and-organisation-lists',
	look: async ({ address, membership, members }) => {
		const listed = membership.known ? membership.value.listed : null;
		if (listed && isPortalOnly(listed)) return { known: true, value: listed, proof: membership.proof };
		const member = members?.byEmail.get(address);
		if (members === null || member === undefined) return null;
		const { accountId, active } = member;
		const asked = `${address} among the members of customer organisations`;
		return {
			known: true,
			value: { accountId, active },
			proof: { asked, source: members.source, answer: { accountId, active }, at: members.at },
		};
	},
};
