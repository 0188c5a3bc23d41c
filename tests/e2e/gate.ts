import type { ArrivedRequest } from '../../src/demo-site/demo-site.ts';

/** Stands before a demo site (`beforeAnswer`) and keeps answers back, so that a test finds the app in the middle of its work. */
export class Gate {
	/** What came since it was shut; and what of it was let through. */
	readonly arrived: ArrivedRequest[] = [];
	readonly passed: ArrivedRequest[] = [];
	#isShut: (passed: readonly ArrivedRequest[]) => boolean = () => false;
	#waiting: (() => void)[] = [];

	get waiting(): number {
		return this.#waiting.length;
	}

	readonly pass = async (request: ArrivedRequest): Promise<void> => {
		this.arrived.push(request);
		if (this.#isShut(this.passed)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
		else this.passed.push(request);
	};

	/** From now on lets requests through until what passed is enough. */
	shutAfter(isEnough: (passed: readonly ArrivedRequest[]) => boolean): void {
		this.arrived.splice(0);
		this.passed.splice(0);
		this.#isShut = isEnough;
	}

	open(): void {
		this.#isShut = () => false;
		for (const go of this.#waiting.splice(0)) go();
	}
}
