export * from '../en/admin-files.ts';
