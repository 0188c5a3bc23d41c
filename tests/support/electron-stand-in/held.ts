/**
 * What the host uses of one of Electron's parts, in Electron's own words: a call that the real one would not take fits neither.
 * Its events are an emitter's.
 */
export type Held<Real, Port> = Pick<Real, Exclude<keyof Port & keyof Real, 'on' | 'once' | 'webContents'>>;
