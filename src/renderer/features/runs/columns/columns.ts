import { firstLayout, readLayout } from './column-layout.ts';
import { makeKeptLayout, useTaken } from './kept-layout.ts';

const key = 'table.columns';

export const useColumns = makeKeptLayout(key, firstLayout, readLayout);

/** As the columns were arranged when the app was open last. */
export const useKeptColumns = (): void => useTaken(key, useColumns.getState().take);
