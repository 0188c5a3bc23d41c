import { ipcRenderer } from 'electron';
import { forwardPort } from './forward-port.ts';

forwardPort(window, ipcRenderer, 'invite-doctor://app');
