import type { FastifyInstance } from 'fastify';
import { refuseJira } from '../answers.ts';
import { readText } from '../read-input.ts';
import type { World } from '../world/world.ts';
import { showUser } from './jira-platform.ts';

/** `reporter = "ann@example.com"`, whatever comes behind it. */
const byReporter = /^reporter = "([^"]+)"/;

/** Searching requests (jira-platform.json), as far as a reporter is sought: everybody has raised one. */
export const serveIssueSearch = (app: FastifyInstance, world: World): void => {
	/** Source: searchAndReconsileIssuesUsingJql. An address that Jira cannot resolve is refused. */
	app.get('/rest/api/3/search/jql', (request, reply) => {
		const email = byReporter.exec(readText(request.query, 'jql'))?.[1]?.toLowerCase();
		if (email === undefined) return refuseJira(reply, 400, 'This demo site understands reporter = "…" only.');
		const customer = world.customersByEmail.get(email);
		const isFound = customer !== undefined && (customer.active || world.sight.reporterFindsInactive);
		const somebody = isFound ? customer : world.usersByEmail.get(email);
		if (somebody === undefined) return refuseJira(reply, 400, `The value '${email}' does not exist for the field 'reporter'.`);
		return { isLast: true, issues: [{ id: '10001', key: `${world.deskKey}-1`, fields: { reporter: showUser(request, somebody) } }] };
	});
};
