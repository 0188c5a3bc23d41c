import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { messagePlaceholders, type OwnerAudience } from '#shared/owner-messages.ts';
import { ownerMessageWords as text, ownerTemplates, placeholderTexts, words } from '../../messages.ts';
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
			<div className={page['dialogActions']}>
				<Button loading={saving} onClick={() => void save()}>
					{text.save}
				</Button>
				<Button variant="default" onClick={onClose}>
					{words.common.cancel}
				</Button>
				<Button variant="subtle" disabled={draft.subject === usual.subject && draft.body === usual.body} onClick={() => setDraft(usual)}>
					{text.reset}
				</Button>
			</div>
		</div>
	);
};

export const TemplateDialog = ({ to }: { readonly to: OwnerAudience }) => {
	const [open, setOpen] = useState(false);
	const close = (): void => setOpen(false);
	return (
		<>
			<Button variant="default" onClick={() => setOpen(true)}>
				{text.edit}
			</Button>
			<Modal opened={open} onClose={close} title={text.editTitle} size={680}>
				<TemplateForm to={to} onClose={close} />
			</Modal>
		</>
	);
};
