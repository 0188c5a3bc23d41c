import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { defaultTemplate, ownerMessageWords as text, placeholderTexts, words } from '../../messages.ts';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { messagePlaceholders } from './message-template.ts';
import classes from './messages-page.module.css';
import { saveTemplate, useTemplate } from './owner-messages.ts';

const TemplateForm = ({ onClose }: { readonly onClose: () => void }) => {
	const template = useTemplate() ?? defaultTemplate;
	const [draft, setDraft] = useState(template);
	const [saving, setSaving] = useState(false);
	const save = async (): Promise<void> => {
		setSaving(true);
		const isSaved = await saveTemplate(draft);
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
			{draft.body.includes('{addresses}') && <p className={classes['warning']}>{text.addressesWarning}</p>}
			<div className={page['dialogActions']}>
				<Button loading={saving} onClick={() => void save()}>
					{text.save}
				</Button>
				<Button variant="default" onClick={onClose}>
					{words.common.cancel}
				</Button>
				<Button
					variant="subtle"
					disabled={draft.subject === defaultTemplate.subject && draft.body === defaultTemplate.body}
					onClick={() => setDraft(defaultTemplate)}
				>
					{text.reset}
				</Button>
			</div>
		</div>
	);
};

export const TemplateDialog = () => {
	const [open, setOpen] = useState(false);
	const close = (): void => setOpen(false);
	return (
		<>
			<Button variant="default" onClick={() => setOpen(true)}>
				{text.edit}
			</Button>
			<Modal opened={open} onClose={close} title={text.editTitle} size={680} closeButtonProps={{ 'aria-label': words.common.close }}>
				<TemplateForm onClose={close} />
			</Modal>
		</>
	);
};
