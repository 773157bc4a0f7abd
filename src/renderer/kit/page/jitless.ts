import { z } from 'zod';

// zod compiles its parsers with `new Function` where it may; our Content-Security-Policy forbids that and
// would log a violation for the attempt. Imported first, before any schema is used.
z.config({ jitless: true });
