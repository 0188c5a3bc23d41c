import { execFileSync } from 'node:child_process';

const isWindows = process.platform === 'win32';

/** Who started a process, and its name; `null` where the system does not tell. */
const parentOf = (pid) => {
	try {
		const [, parent, name] =
			/^\s*(\d+)\s+(.*?)\s*$/s.exec(execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })) ?? [];
		return parent === undefined ? null : { parent: Number(parent), name };
	} catch {
		return null;
	}
};

/** The process that started us, and further up to the npm that was asked, if one was. */
const startersOf = (pid) => {
	const starters = [pid];
	for (let known = isWindows ? null : parentOf(pid); known !== null && starters.length < 5; known = parentOf(known.parent)) {
		if (known.name.startsWith('npm')) return starters;
		starters.push(known.parent);
	}
	return [pid];
};

const isAlive = (pid) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
};

/** Calls back once one of those who started us is gone: a killed npm tells nobody. */
export const whenStarterEnds = (callBack) => {
	const starters = startersOf(process.ppid);
	const timer = setInterval(() => {
		if (starters.every(isAlive)) return;
		clearInterval(timer);
		callBack();
	}, 1000);
	timer.unref();
};
