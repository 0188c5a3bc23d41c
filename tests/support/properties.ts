import fc from 'fast-check';

/**
 * Properties are tried with the same examples in every run: one that chance finds must not fail somebody's test of something
 * else. `npm run test:long -- properties` looks at others, and says the seed.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_123) });

export { fc };
