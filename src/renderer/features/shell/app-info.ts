import { create } from 'zustand';
import type { AppInfo } from '#shared/contract.ts';

export const useAppInfo = create<{ readonly info: AppInfo | null }>()(() => ({ info: null }));
