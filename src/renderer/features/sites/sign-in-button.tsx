import { useEffect, useRef, useState } from 'react';
import type { SignInStep } from '#shared/contract/sites.ts';
import type { SiteInfo } from '#shared/run.ts';
import { signInWords as text, type WindowFailure } from '../../messages.ts';
import { DialogActions, DialogButton } from '../../ui/dialog.tsx';
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
			<DialogActions label={text.start} loading={progress !== null} onClick={() => void start()} focus="label" onCancel={onClose} />
		</div>
	);
};

/** Signing in by the company's app, in the system's browser. */
export const SignInButton = ({ site }: { readonly site: SiteInfo }) => (
	<DialogButton
		label={site.hasApiToken ? text.again : text.button}
		variant={site.hasApiToken ? 'default' : 'filled'}
		title={text.title(site.name)}
		size={520}
	>
		{(close) => <SignIn site={site} onClose={close} />}
	</DialogButton>
);
