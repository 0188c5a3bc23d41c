import type { AccessDeclaration, AccessInference, AccessSettings, KnownAccess } from '#shared/customer-access.ts';
import { accessWords as text } from '../../messages.ts';
import { Banner } from '../../ui/banner.tsx';
import { formatMoment, nameList } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import classes from './access-known.module.css';
import { type AccessFact, accessFacts, inferenceNumbers, type AccessSetting } from './known-access.ts';

const mostDomains = 12;

const stateText = (state: boolean | null): string => (state === null ? text.states.unknown : state ? text.states.on : text.states.off);

const domainsText = (domains: readonly string[], ifEmpty: string): string => (domains.length === 0 ? ifEmpty : nameList(domains));

/** With what it gives, where somebody said. */
const approvedText = (domain: string, approvals: AccessSettings['approvals']): string => {
	const approval = approvals?.[domain];
	return approval === undefined ? domain : text.approvals.given(domain, text.approvals.choices[approval]);
};

const valueText = ({ setting, value }: Pick<AccessFact, 'setting' | 'value'>, approvals: AccessSettings['approvals']): string =>
	Array.isArray(value)
		? domainsText(
				setting === 'approvedDomains' ? value.map((domain) => approvedText(domain, approvals)) : value,
				setting === 'allowedDomains' ? text.anyDomain : text.noDomain,
			)
		: stateText(typeof value === 'boolean' ? value : null);

const Fact = ({ fact, approvals }: { readonly fact: AccessFact; readonly approvals: AccessSettings['approvals'] }) => (
	<div data-origin={fact.origin}>
		<dt>{text.settings[fact.setting]}</dt>
		<dd>
			<strong>{valueText(fact, approvals)}</strong>
			{fact.origin !== 'unknown' && <span className={classes['sub']}>{text.origin(text.origins[fact.origin], formatMoment(fact.at))}</span>}
		</dd>
	</div>
);

const Inference = ({ inferred }: { readonly inferred: AccessInference }) => {
	const shown = inferred.domains.slice(0, mostDomains);
	return (
		<Banner tone="warning" title={text.inference.title}>
			<p>{text.inference[inferred.pattern](inferenceNumbers(inferred))}</p>
			<ul className={classes['domains']}>
				{shown.map(({ domain, refused, letIn }) => (
					<li key={domain}>{text.inference.ofDomain(domain, refused, refused + letIn)}</li>
				))}
				{inferred.domains.length > shown.length && <li>{text.inference.more(inferred.domains.length - shown.length)}</li>}
			</ul>
			<p>{text.inference.likely(formatMoment(inferred.at))}</p>
		</Banner>
	);
};

const brief = (access: AccessSettings): string => {
	const settings = Object.keys(text.settings) as AccessSetting[];
	const said = settings.flatMap((setting) =>
		access[setting] === null
			? []
			: [text.setting(text.settings[setting], valueText({ setting, value: access[setting] }, access.approvals))],
	);
	return said.length === 0 ? text.nothingSaid : said.join(' · ');
};

const newestText = ({ at, access, by }: AccessDeclaration): string =>
	access.origin === 'declared' ? text.saidBy(formatMoment(at), by.user, by.account) : text.takenBack(formatMoment(at), by.user);

const Earlier = ({ declarations }: { readonly declarations: readonly AccessDeclaration[] }) => (
	<details className={classes['earlier']}>
		<summary>{text.earlier(declarations.length)}</summary>
		<ul>
			{declarations.map(({ at, access, by }) => (
				<li key={at}>
					{brief(access)}
					<span className={classes['sub']}>{text.earlierOne(formatMoment(at), by.user, by.account)}</span>
				</li>
			))}
		</ul>
	</details>
);

/** What is known of a site's customer access, setting by setting, from whom and since when. */
export const AccessKnown = ({ known }: { readonly known: KnownAccess }) => {
	const [newest, ...older] = known.declarations;
	return (
		<div className={page['section']}>
			<h3>{text.known}</h3>
			<dl className={classes['facts']}>
				{accessFacts(known).map((fact) => (
					<Fact key={fact.setting} fact={fact} approvals={known.access.approvals} />
				))}
			</dl>
			<p className={page['muted']}>{newest === undefined ? text.neverSaid : newestText(newest)}</p>
			{known.inferred !== null && <Inference inferred={known.inferred} />}
			{older.length > 0 && <Earlier declarations={older} />}
		</div>
	);
};
