import { Button, Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { SignInStep } from '#shared/contract/sites.ts';
import type { SiteInfo } from '#shared/run.ts';
import { signInWords as text, type WindowFailure, words } from '../../messages.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import page from '../../ui/page.module.css';
import { CopyList } from './copy-list.tsx';
import { signIn } from './keep-tokens.ts';

type Waiting = Extract<SignInStep, { readonly at: 'browser' }>;

/** How far it is. `null`: not begun. */
type Progress = null | 'starting' | Waiting;

const Said = ({ progress }: { readonly progress: Progress }) => (
	<div aria-live="polite">
		{progress === null && <p>{text.text}</p>}
		{progress === 'starting' && <p>{text.starting}</p>}
		{progress !== null && progress !== 'starting' && (
			<>
				<p>{progress.isOpen ? text.waiting : text.notOpened}</p>
				<details open={!progress.isOpen}>
					<summary>{text.noPage}</summary>
					<CopyList title={text.pageAddress} lines={[progress.url]} />
				</details>
			</>
		)}
	</div>
);

const SignIn = ({ site, onClose }: { readonly site: SiteInfo; readonly onClose: () => void }) => {
	const [progress, setProgress] = useState<Progress>(null);
	const [failure, setFailure] = useState<WindowFailure | null>(null);
	const attempt = useRef<AbortController | null>(null);
	// Whoever closes the dialogue gives the sign-in up, and the port with it.
	useEffect(() => () => attempt.current?.abort(), []);
	const start = async (): Promise<void> => {
		const own = new AbortController();
		attempt.current = own;
		setProgress('starting');
		setFailure(null);
		const answer = await signIn(site.name, own.signal, setProgress);
		if (own.signal.aborted) return;
		setProgress(null);
		if (answer.ok) onClose();
		else setFailure(answer.failure);
	};
	return (
		<div className={page['section']}>
			{failure !== null && <FailureNote failure={failure} withKept={false} />}
			<Said progress={progress} />
			<div className={page['dialogActions']}>
				<Button loading={progress !== null} onClick={() => void start()} data-autofocus>
					{text.start}
				</Button>
				<Button variant="default" onClick={onClose}>
					{words.common.cancel}
				</Button>
			</div>
		</div>
	);
};

/** Signing in by the company's app, in the system's browser. */
export const SignInButton = ({ site }: { readonly site: SiteInfo }) => {
	const [open, setOpen] = useState(false);
	const close = (): void => setOpen(false);
	return (
		<>
			<Button variant={site.hasApiToken ? 'default' : 'filled'} onClick={() => setOpen(true)}>
				{site.hasApiToken ? text.again : text.button}
			</Button>
			<Modal opened={open} onClose={close} title={text.title(site.name)} size={520}>
				<SignIn site={site} onClose={close} />
			</Modal>
		</>
	);
};
