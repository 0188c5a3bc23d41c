import { create } from 'zustand';

/** The last thing that was done to the columns, for those who do not see it. */
export const useAnnouncement = create<{ readonly said: string }>()(() => ({ said: '' }));

export const announce = (said: string): void => useAnnouncement.setState({ said });
