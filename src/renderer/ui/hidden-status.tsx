import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

/** Said to who listens, shown to nobody: what everybody else sees happen. */
export const VisuallyHiddenStatus = ({ children }: { readonly children: ReactNode }) => (
	<VisuallyHidden role="status">{children}</VisuallyHidden>
);
