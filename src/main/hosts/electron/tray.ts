import type { Messages } from '#shared/messages/messages.ts';
import type { Work } from '#shared/works.ts';
import type { ElectronPort, TrayPort } from './electron-port.ts';

interface Parts {
	readonly electron: Pick<ElectronPort, 'Menu' | 'Tray'>;
	readonly icon: string;
	words(): Messages['desktopWords'];
	open(): void;
	quit(): void;
}

/** The app's sign while it works without a window, where there is no dock. */
export interface TraySign {
	show(): void;
	hide(): void;
	tell(going: Work | null): void;
}

export const traySign = ({ electron: { Menu, Tray }, icon, words, open, quit }: Parts): TraySign => {
	let tray: TrayPort | null = null;
	let going: Work | null = null;
	const label = (): void => {
		const { tray: text } = words();
		tray?.setToolTip(going === null ? text.inBackground : text.atWork(going.name, Math.floor(going.share * 100)));
	};
	return {
		show: () => {
			if (tray !== null) return;
			tray = new Tray(icon);
			tray.on('click', open);
			const items = [
				{ label: words().tray.open, click: open },
				{ label: words().menu.quit, click: quit },
			];
			tray.setContextMenu(Menu.buildFromTemplate(items));
			label();
		},
		hide: () => {
			tray?.destroy();
			tray = null;
		},
		tell: (now) => {
			going = now;
			label();
		},
	};
};
