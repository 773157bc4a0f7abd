import { z } from 'zod';

// zod compiles its parsers with `new Function` if allowed. Our Content-Security-Policy forbids that and would log a
// violation. Import this first, before any schema is used.
z.config({ jitless: true });
