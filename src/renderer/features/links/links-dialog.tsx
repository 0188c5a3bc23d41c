import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { linkTexts, linkWords, templateProblems } from '../../messages.ts';
import { DialogActions, DialogButton } from '../../ui/dialog.tsx';
import { showInfo } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { defaultLinks, findTemplateProblem, type LinkId, linkIds, placeholders } from './link-templates.ts';
import { linkCorrections, storeLink } from './links.ts';
import classes from './links-dialog.module.css';

const LinkField = (props: { readonly id: LinkId; readonly value: string; readonly onChange: (value: string) => void }) => {
	const { id, value, onChange } = props;
	const problem = findTemplateProblem(value.trim());
	return (
		<div className={classes['field']}>
			<TextInput
				label={linkTexts[id]}
				value={value}
				spellCheck={false}
				maxLength={2000}
				error={problem === null ? undefined : templateProblems[problem]}
				onChange={(event) => onChange(event.currentTarget.value)}
			/>
			<Button
				variant="default"
				disabled={value === defaultLinks[id]}
				aria-label={linkWords.resetOf(linkTexts[id])}
				onClick={() => onChange(defaultLinks[id])}
			>
				{linkWords.reset}
			</Button>
		</div>
	);
};

const LinksForm = ({ onClose }: { readonly onClose: () => void }) => {
	const { data: corrections = {} } = useQuery(linkCorrections);
	const [values, setValues] = useState<Readonly<Record<LinkId, string>>>({ ...defaultLinks, ...corrections });
	const isSound = linkIds.every((id) => findTemplateProblem(values[id].trim()) === null);
	const changed = linkIds.filter((id) => values[id].trim() !== (corrections[id] ?? defaultLinks[id]));
	const save = useMutation({
		mutationFn: () => Promise.all(changed.map((id) => storeLink(id, values[id].trim() === defaultLinks[id] ? null : values[id].trim()))),
		meta: { invalidates: [linkCorrections.queryKey] },
		onSuccess: () => {
			if (changed.length > 0) showInfo(linkWords.saved);
			onClose();
		},
	});
	return (
		<div className={page['section']}>
			<p>{linkWords.intro}</p>
			<p className={page['muted']}>{linkWords.names(placeholders.map((name) => `{${name}}`).join(', '))}</p>
			<div className={page['section']}>
				{linkIds.map((id) => (
					<LinkField key={id} id={id} value={values[id]} onChange={(value) => setValues((now) => ({ ...now, [id]: value }))} />
				))}
			</div>
			<DialogActions label={linkWords.save} disabled={!isSound} loading={save.isPending} onClick={() => save.mutate()} onCancel={onClose} />
		</div>
	);
};

/** The button and its dialogue: where the links to Atlassian's pages are corrected. */
export const LinksDialog = () => (
	<DialogButton label={linkWords.edit} isSmall title={linkWords.title} size={720}>
		{(close) => <LinksForm onClose={close} />}
	</DialogButton>
);
