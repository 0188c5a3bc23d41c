import { type AdminFileKind, type Meaning, meaningsOf, type ValueMap, type ValueRole } from '#shared/admin-files.ts';
import { keySet, valueKey } from './title-key.ts';

type Words<R extends ValueRole> = Readonly<Partial<Record<Meaning<R>, string>>>;

const yes = 'yes, true, y, 1, x, ✓, ✔, ja, wahr, oui, vrai, sí, si, sim, tak, kyllä, はい, да, 是, verdadero, vero, verdadeiro, waar';
const no = 'no, false, n, 0, nein, falsch, non, faux, nee, não, nao, nej, nie, ei, いいえ, нет, 否, falso, onwaar';

/** What Atlassian's own columns hold, and the same in other languages. Whatever is not here is asked about once. */
const built: { readonly [R in ValueRole]: Words<R> } = {
	status: {
		active: `${yes}, active, enabled, aktiv, aktiviert, actif, activo, activa, attivo, attiva, actief, ativo, ativa, aktywny, aktywna, aktivní, aktiivinen, has access, has access on site, hat zugriff, zugriff, アクティブ, 有効, активен, активный, 活跃, 활성`,
		suspended:
			'suspended, access revoked, revoked, access suspended, no access, gesperrt, suspendiert, ausgesetzt, zugriff gesperrt, zugriff entzogen, kein zugriff, suspendu, suspendue, accès révoqué, accès suspendu, aucun accès, sans accès, suspendido, suspendida, acceso revocado, sin acceso, sospeso, sospesa, accesso revocato, nessun accesso, opgeschort, geschorst, toegang ingetrokken, geen toegang, suspenso, suspensa, acesso revogado, sem acesso, suspenderad, zawieszony, zawieszona, 停止, 停止中, 一時停止, приостановлен',
		deactivated:
			'deactivated, disabled, deaktiviert, désactivé, désactivée, desactivado, desactivada, disattivato, disattivata, gedeactiveerd, uitgeschakeld, desativado, desativada, deaktiverad, deaktiveret, dezaktywowany, dezaktywowana, 無効, 無効化, деактивирован, 已停用',
		inactive: `${no}, inactive, not active, inaktiv, nicht aktiv, inactif, inactive, inactivo, inactiva, inattivo, inattiva, inactief, inativo, inativa, nieaktywny, nieaktywna, 非アクティブ, неактивен`,
		invited:
			'invited, pending, pending invitation, invitation sent, invite sent, invitation pending, eingeladen, einladung gesendet, einladung ausstehend, invité, invitée, invitation envoyée, invitado, invitada, invitación enviada, invitato, invitata, uitgenodigd, convidado, convidada, inbjuden, inviteret, zaproszony, zaproszona, 招待済み, приглашен',
		'not-invited':
			'not invited, not_invited, no membership, nicht eingeladen, non invité, non invitée, no invitado, no invitada, non invitato, non invitata, niet uitgenodigd, não convidado, não convidada',
		'for-deletion':
			'for deletion, for_deletion, scheduled for deletion, pending deletion, deletion scheduled, zur löschung vorgesehen, löschung geplant, wird gelöscht, suppression programmée, en attente de suppression, eliminación programada, eliminazione pianificata, verwijdering gepland, exclusão agendada',
	},
	claimed: {
		elsewhere: `${yes}, elsewhere, another organization, another organisation, other organization, other organisation, by another organization, by another organisation, claimed by another organization, claimed by another organisation, andere organisation, von anderer organisation, von einer anderen organisation, von einer anderen organisation beansprucht, autre organisation, par une autre organisation, revendiqué par une autre organisation, otra organización, por otra organización, reclamada por otra organización, altra organizzazione, da un'altra organizzazione, andere organisatie, door een andere organisatie, outra organização, por outra organização`,
		here: 'here, this organization, this organisation, your organization, your organisation, by this organization, by this organisation, by your organization, by your organisation, claimed by your organization, claimed by your organisation, claimed by this organization, claimed by this organisation, diese organisation, von dieser organisation, von ihrer organisation, cette organisation, votre organisation, par votre organisation, esta organización, su organización, por su organización, questa organizzazione, la tua organizzazione, deze organisatie, jouw organisatie, esta organização, sua organização',
		'not-elsewhere': `${no}, not claimed, unclaimed, none, -, –, —, nicht beansprucht, non revendiqué, no reclamada, no reclamado, non rivendicato, niet geclaimd, não reivindicada`,
	},
	managed: {
		managed: `${yes}, managed, verwaltet, géré, gérée, gestionada, gestionado, gestito, beheerd, gerenciada`,
		'not-managed': `${no}, unmanaged, not managed, nicht verwaltet, non géré, non gérée, no gestionada, no gestionado, non gestito, niet beheerd, não gerenciada, -, –, —`,
	},
	'email-verified': {
		verified: `${yes}, verified, verifiziert, bestätigt, vérifié, vérifiée, verificado, verificada, verificato, geverifieerd, 確認済み`,
		'not-verified': `${no}, not verified, unverified, nicht verifiziert, nicht bestätigt, unbestätigt, non vérifié, non vérifiée, no verificado, no verificada, non verificato, non verificata, niet geverifieerd, não verificado`,
	},
	'service-management': {
		access: `${yes}, has access, access, access granted, granted, licensed, user, users, customer, customers, agent, agents, admin, administrator, product admin, app admin, stakeholder, jira service management user, jira service management customer, hat zugriff, zugriff, benutzer, kunde, kundin, produktadministrator, utilisateur, client, administrateur, administrateur de produit, a accès, accès, usuario, cliente, administrador, tiene acceso, acceso, utente, amministratore, ha accesso, accesso, gebruiker, klant, beheerder, heeft toegang, toegang, usuário, tem acesso, acesso`,
		'no-access': `${no}, none, no access, no role, not assigned, user access admin, -, –, —, kein zugriff, kein zugang, keine, keiner, kein, keine rolle, nutzerzugriffs-administrator, aucun, aucune, aucun accès, pas d'accès, sin acceso, ninguno, ninguna, nessun accesso, nessuno, geen toegang, geen, sem acesso, nenhum, nenhuma`,
	},
};

const index = <R extends ValueRole>(role: R): ReadonlyMap<string, Meaning<R>> => {
	const known = new Map<string, Meaning<R>>();
	for (const [meaning, words] of Object.entries(built[role] as Record<string, string>)) {
		for (const word of keySet(words, valueKey)) known.set(word, meaning as Meaning<R>);
	}
	return known;
};

const indexes: { readonly [R in ValueRole]: ReadonlyMap<string, Meaning<R>> } = {
	status: index('status'),
	claimed: index('claimed'),
	managed: index('managed'),
	'email-verified': index('email-verified'),
	'service-management': index('service-management'),
};

/** A choice on the page's menu that only the other state offers. */
const portalActions: ReadonlyMap<string, Meaning<'status'>> = new Map([
	...[...keySet('grant access, zugriff gewähren, zugriff erteilen, accorder l’accès, otorgar acceso, concedi accesso', valueKey)].map(
		(word) => [word, 'inactive'] as const,
	),
	...[...keySet('revoke access, zugriff entziehen, révoquer l’accès, revocar acceso, revoca accesso', valueKey)].map(
		(word) => [word, 'active'] as const,
	),
]);

/** Managed and claimed accounts are on or off; whether their access was revoked is not a thing of these files. */
const narrowed = (kind: AdminFileKind, meaning: Meaning<'status'>): Meaning<'status'> =>
	meaning === 'inactive' && (kind === 'managed' || kind === 'domains') ? 'deactivated' : meaning;

/** What a value means: as somebody said, else by the table; `null` where neither knows it. */
export const meaningOf = <R extends ValueRole>(role: R, value: string, kind: AdminFileKind, meanings: ValueMap): Meaning<R> | null => {
	const key = valueKey(value);
	const own = (meanings[role] as Readonly<Record<string, Meaning<R>>> | undefined) ?? {};
	if (Object.hasOwn(own, key)) return own[key] ?? null;
	const known = indexes[role].get(key) ?? null;
	if (role !== 'status') return known;
	const status = kind === 'portal' ? (portalActions.get(key) ?? known) : known;
	return status === null ? null : (narrowed(kind, status as Meaning<'status'>) as Meaning<R>);
};

/** What somebody said that nothing means: some pages mark only who is inactive. */
export const blankMeaning = <R extends ValueRole>(role: R, meanings: ValueMap): Meaning<R> | null =>
	(meanings[role] as Readonly<Record<string, Meaning<R>>> | undefined)?.[''] ?? null;

/** The role whose meanings this is one of; `null` for none, and for `unknown`, which is one of all. */
export const roleOfMeaning = (meaning: string): ValueRole | null =>
	(Object.keys(meaningsOf) as ValueRole[]).find(
		(role) => meaning !== 'unknown' && (meaningsOf[role] as readonly string[]).includes(meaning),
	) ?? null;
