import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { portChannel } from '#shared/port-channel.ts';
import { appOrigin } from './app-scheme.ts';
import type { ElectronPort, MainPort, PortEvent } from './electron-port.ts';

/** True for the top frame of the window the host made, on a page of the app; a frame inside it, or a page that got there in spite of the guards, is a stranger. */
export const isOurPage = ({ sender, senderFrame }: PortEvent, windowContentsId: number | null): boolean =>
	sender.id === windowContentsId && senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${appOrigin}/`);

/** Serves the router to every port our page hands over: one after each load. A port that closes aborts its calls. */
export const openPortDoor = (ipcMain: ElectronPort['ipcMain'], router: AnyRouter, windowContentsId: () => number | null): void => {
	const handler = new RPCHandler(router);
	const serve = (port: MainPort): void => {
		handler.upgrade(port, { context: {} });
		port.start();
	};
	ipcMain.on(portChannel, (event) => {
		const [port, ...others] = event.ports;
		if (port !== undefined && others.length === 0 && isOurPage(event, windowContentsId())) serve(port);
		else for (const stray of event.ports) stray.close();
	});
};
