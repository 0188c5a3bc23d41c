export * from '../en/results.ts';
