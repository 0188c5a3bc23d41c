import { hostname } from 'node:os';

/** Names this process in a lease, so that another one on this machine can tell whether it still lives. */
export const makeHolder = (id: string): string => `${process.pid}@${hostname()}/${id}`;

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Not ours to signal, so there is one.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};

/** True where the holder was a process of this machine that is gone: its lease need not be waited for. */
export const isDeadHolder = (holder: string): boolean => {
	const [, pid, host] = /^(\d+)@([^/]*)\//.exec(holder) ?? [];
	return pid !== undefined && host === hostname() && Number(pid) !== process.pid && !isAlive(Number(pid));
};
