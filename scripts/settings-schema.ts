/** Writes assets/settings.schema.json, the JSON Schema of config.json: `npm run settings-schema`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema } from '#core/settings/configFile.ts';

const target = join(import.meta.dirname, '..', 'assets/settings.schema.json');
writeFileSync(target, `${JSON.stringify(configSchema(), null, 2)}\n`);
console.log(target);
