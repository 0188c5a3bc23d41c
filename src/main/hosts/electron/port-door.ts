import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { appOrigin } from './app-scheme.ts';
import type { ElectronPort, MainPort, PortEvent } from './electron-port.ts';
import { portChannel } from '#shared/window-host.ts';

/** True for the top frame of the window the host made, on a page of the app; a frame inside it, or a page that got there in spite of the guards, is a stranger. */
export const isOurPage = ({ sender, senderFrame }: PortEvent, windowContentsId: number | null): boolean =>
	sender.id === windowContentsId && senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${appOrigin}/`);

/** Serves the router of its path to every port our page hands over: one after each load. A port that closes aborts its calls. */
export const openPortDoor = (
	ipcMain: ElectronPort['ipcMain'],
	routerAt: (pathname: string) => AnyRouter | null,
	windowContentsId: () => number | null,
): void => {
	const serve = (port: MainPort, router: AnyRouter): void => {
		new RPCHandler(router).upgrade(port, { context: {} });
		port.start();
	};
	ipcMain.on(portChannel, (event) => {
		const [port, ...others] = event.ports;
		const isOurs = isOurPage(event, windowContentsId());
		const router = isOurs ? routerAt(new URL(event.senderFrame?.url ?? '').pathname) : null;
		if (port !== undefined && others.length === 0 && router !== null) serve(port, router);
		else for (const stray of event.ports) stray.close();
	});
};
