import { Button } from '@mantine/core';
import type { SignInKind, SiteCheck } from '#shared/run.ts';
import { permissionText, blindQuestions, blindReasons, doorTexts, scopeWords, sitesWords, words } from '../../messages.ts';
import { CheckIcon, CrossIcon } from '../../ui/icons.tsx';
import { goToAccess } from '../access/access-section.tsx';
import { nameList } from '../../ui/formats.ts';
import classes from './site-check-view.module.css';
import section from '../../ui/section.module.css';
import { Fact } from '../../ui/section.tsx';

const text = words.sites.checkResult;

const rightWord = (granted: boolean | null): string => (granted === null ? text.unknown : granted ? text.granted : text.missing);

const Rights = ({ permissions }: { readonly permissions: SiteCheck['permissions'] }) => (
	<ul className={classes['rights']}>
		{Object.entries(permissions).map(([key, granted]) => (
			<li key={key} data-granted={String(granted)}>
				{granted === true ? <CheckIcon size={13} /> : granted === false ? <CrossIcon size={13} /> : <span aria-hidden="true">?</span>}
				{permissionText(key)}
				<span className={classes['word']}>{rightWord(granted)}</span>
			</li>
		))}
	</ul>
);

export const SiteCheckView = ({ check, signIn }: { readonly check: SiteCheck; readonly signIn: SignInKind }) => (
	<dl className={section['facts']}>
		<Fact label={text.account}>{check.account === null ? text.unknown : (check.account.name ?? check.account.accountId)}</Fact>
		{check.door !== null && signIn === 'token' && <Fact label={sitesWords.apiToken}>{doorTexts[check.door]}</Fact>}
		{check.missingScopes.length > 0 && (
			<Fact label={scopeWords.missing}>
				<ul className={classes['blind']}>
					{check.missingScopes.map(({ details }) => (
						<li key={String(details['call'])}>{scopeWords.lacks(details)}</li>
					))}
				</ul>
			</Fact>
		)}
		<Fact label={text.organisation}>
			{check.organisation === null ? text.noOrganisation : (check.organisation.name ?? check.organisation.id)}
		</Fact>
		{check.directories.length > 0 && <Fact label={text.directories}>{nameList(check.directories.map(({ id, name }) => name ?? id))}</Fact>}
		{check.verifiedDomains.length > 0 && <Fact label={text.domains}>{nameList(check.verifiedDomains)}</Fact>}
		<Fact label={text.desks}>{nameList(check.desks.map(({ key, name }) => `${name} (${key})`))}</Fact>
		<Fact label={text.rights}>
			<Rights permissions={check.permissions} />
		</Fact>
		<Fact label={text.blind}>
			{check.blind.length === 0 ? (
				text.seesAll
			) : (
				<ul className={classes['blind']}>
					{check.blind.map(({ question, why }) => (
						<li key={question}>
							{blindQuestions[question]} <span>{blindReasons[why]}</span>
							{question === 'customer-access' && (
								<Button variant="subtle" size="compact-xs" onClick={goToAccess}>
									{text.declare}
								</Button>
							)}
						</li>
					))}
				</ul>
			)}
		</Fact>
	</dl>
);
