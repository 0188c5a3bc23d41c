import type { ReactNode } from 'react';

const icon = (drawing: ReactNode) => {
	const Icon = ({ size = 16 }: { readonly size?: number }) => (
		<svg
			width={size}
			height={size}
			viewBox="0 0 16 16"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.5"
			strokeLinecap="round"
			strokeLinejoin="round"
			aria-hidden="true"
			focusable="false"
		>
			{drawing}
		</svg>
	);
	return Icon;
};

export const MoreIcon = icon(<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />);
export const PlusIcon = icon(<path d="M8 3.5v9M3.5 8h9" />);
export const SiteIcon = icon(
	<>
		<circle cx="8" cy="8" r="5.5" />
		<path d="M2.5 8h11M8 2.5c3.2 3.2 3.2 7.8 0 11c-3.2-3.2-3.2-7.8 0-11" />
	</>,
);
export const ListIcon = icon(<path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01" />);
export const AuditIcon = icon(
	<>
		<path d="M3 2.5h7l3 3v8H3z" />
		<path d="M5.5 8.5h5M5.5 11h5M5.5 6h2" />
	</>,
);
export const NetworkIcon = icon(
	<>
		<circle cx="8" cy="3.5" r="1.75" />
		<circle cx="3.5" cy="12.5" r="1.75" />
		<circle cx="12.5" cy="12.5" r="1.75" />
		<path d="M8 5.25v3M8 8.25H3.5v2.5M8 8.25h4.5v2.5" />
	</>,
);
export const SnapshotIcon = icon(
	<>
		<ellipse cx="8" cy="4" rx="5" ry="1.75" />
		<path d="M3 4v8c0 1 2.2 1.75 5 1.75s5-.75 5-1.75V4M3 8c0 1 2.2 1.75 5 1.75S13 9 13 8" />
	</>,
);
export const SearchIcon = icon(
	<>
		<circle cx="7" cy="7" r="4" />
		<path d="m10 10 3.5 3.5" />
	</>,
);
export const SunIcon = icon(
	<>
		<circle cx="8" cy="8" r="2.75" />
		<path d="M8 1.5v1.25M8 13.25v1.25M1.5 8h1.25M13.25 8h1.25M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9" />
	</>,
);
export const MoonIcon = icon(<path d="M13.5 9.5A5.75 5.75 0 0 1 6.5 2.5a5.75 5.75 0 1 0 7 7Z" />);
export const SystemIcon = icon(
	<>
		<rect x="2" y="3" width="12" height="8" rx="1.25" />
		<path d="M6 13.5h4" />
	</>,
);
export const ExternalIcon = icon(<path d="M9.5 2.5h4v4M13.5 2.5 8 8M11.5 9.5v3a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1h3" />);
export const UploadIcon = icon(<path d="M8 10.5v-8M4.75 5.5 8 2.25l3.25 3.25M2.5 10.5v2a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-2" />);
export const WarningIcon = icon(<path d="M8 2.25 14.25 13H1.75zM8 6.5v3M8 11.25h.01" />);
export const CheckIcon = icon(<path d="m3.5 8.5 3 3 6-7" />);
export const CrossIcon = icon(<path d="m4 4 8 8M12 4l-8 8" />);
export const UpIcon = icon(<path d="M8 13V3M3.5 7.5 8 3l4.5 4.5" />);
export const DownIcon = icon(<path d="M8 3v10M3.5 8.5 8 13l4.5-4.5" />);
export const ChevronIcon = icon(<path d="m4.5 6.25 3.5 3.5 3.5-3.5" />);
export const UndoIcon = icon(<path d="M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6" />);
export const RedoIcon = icon(<path d="m10.5 3 3 3-3 3M13.5 6H6a3.5 3.5 0 0 0 0 7h4" />);
export const OfflineIcon = icon(
	<path d="M2 2l12 12M3.2 6.6a7.5 7.5 0 0 1 2.1-1.3M8 4.75c1.8 0 3.5.7 4.8 1.85M5.3 9a4.3 4.3 0 0 1 1.4-.8M8 12.25h.01" />,
);
export const GuideIcon = icon(
	<path d="M8 4.25C6.5 3 4.5 2.75 2.25 3v9.5C4.5 12.25 6.5 12.5 8 13.75c1.5-1.25 3.5-1.5 5.75-1.25V3C11.5 2.75 9.5 3 8 4.25zM8 4.25v9.5" />,
);
