/** How hard a test tries: `npm run test:deep` runs the tests with the tag `deep` alone, and each tries more. */
export const isDeep = process.env['OFFICE_HOURS_DEEP'] === '1';

/** How many cases a property test with the tag `deep` draws. */
export const runs = (usual: number): number => (isDeep ? usual * 10 : usual);
