export * from '../en/snapshots.ts';
