interface Component {
	readonly group?: string;
	readonly name: string;
	readonly purl: string;
	readonly licenses?: readonly { readonly license?: { readonly id?: string; readonly name?: string }; readonly expression?: string }[];
}

/** Of CycloneDX 1.5 what is read of it. */
export declare const makeSbom: () => { readonly components: readonly Component[] };
