import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { messagePlaceholders, type OwnerAudience } from '#shared/owner-messages.ts';
import { ownerMessageWords as text, ownerTemplates, placeholderTexts } from '../../messages.ts';
import { DialogActions, DialogButton } from '../../ui/dialog.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import classes from './messages-page.module.css';
import { saveTemplate, useTemplate } from './owner-messages.ts';

interface TemplateFormProps {
	readonly to: OwnerAudience;
	readonly onClose: () => void;
}

const TemplateForm = ({ to, onClose }: TemplateFormProps) => {
	const usual = ownerTemplates[to];
	const template = useTemplate(to) ?? usual;
	const [draft, setDraft] = useState(template);
	const [saving, setSaving] = useState(false);
	const save = async (): Promise<void> => {
		setSaving(true);
		const isSaved = await saveTemplate(to, draft);
		setSaving(false);
		if (!isSaved) return;
		showInfo(text.savedTemplate);
		onClose();
	};
	return (
		<div className={page['section']}>
			<div>
				<p>{text.editIntro}</p>
				<dl className={classes['names']}>
					{messagePlaceholders.map((name) => (
						<div key={name}>
							<dt>
								<code>{`{${name}}`}</code>
							</dt>
							<dd>{placeholderTexts[name]}</dd>
						</div>
					))}
				</dl>
			</div>
			<TextInput
				label={text.subject}
				value={draft.subject}
				maxLength={400}
				onChange={(event) => setDraft({ ...draft, subject: event.currentTarget.value })}
			/>
			<Textarea
				label={text.body}
				value={draft.body}
				rows={12}
				maxLength={20_000}
				onChange={(event) => setDraft({ ...draft, body: event.currentTarget.value })}
			/>
			{to === 'people' && draft.body.includes('{addresses}') && <p className={classes['warning']}>{text.addressesWarning}</p>}
			<DialogActions label={text.save} loading={saving} onClick={() => void save()} onCancel={onClose}>
				<Button variant="subtle" disabled={draft.subject === usual.subject && draft.body === usual.body} onClick={() => setDraft(usual)}>
					{text.reset}
				</Button>
			</DialogActions>
		</div>
	);
};

export const TemplateDialog = ({ to }: { readonly to: OwnerAudience }) => (
	<DialogButton label={text.edit} title={text.editTitle} size={680}>
		{(close) => <TemplateForm to={to} onClose={close} />}
	</DialogButton>
);
