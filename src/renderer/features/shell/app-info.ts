import { create } from 'zustand';
import type { AppInfo } from '#shared/contract/app.ts';

export const useAppInfo = create<{ readonly info: AppInfo | null }>()(() => ({ info: null }));
