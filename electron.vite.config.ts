import { isAbsolute, relative, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { bundledLicenses, thirdPartyNotices } from './scripts/packaging/notices.ts';

/** The file that Node itself takes; its other one has no default export. */
const alias = { rrule: 'rrule/dist/es5/rrule.js' };

/**
 * electron-store brings a JSON Schema validator and a comparison of versions, for options that the app does not use: a
 * fifth of what main would read at each start.
 */
const withoutUnusedParts = (): Plugin => {
  const empty = '\0empty';
  const unused = new Set(['ajv/dist/2020.js', 'ajv-formats', 'semver']);
  return {
    name: 'without-unused-parts',
    enforce: 'pre',
    resolveId: (id, importer) => (unused.has(id) && importer?.includes('/conf/') === true ? empty : null),
    load: (id) => (id === empty ? 'export class Ajv2020 {}\nexport default {};' : null),
  };
};

/** Lists what main was built from, so that the command line of a checkout knows whether it is still up to date. */
const listSources = (): Plugin => ({
  name: 'list-sources',
  generateBundle() {
    const own = [...this.getModuleIds()].filter((id) => isAbsolute(id) && !id.includes('node_modules'));
    const paths = own.map((id) =>
      relative(import.meta.dirname, id)
        .split(sep)
        .join('/'),
    );
    this.emitFile({ type: 'asset', fileName: 'sources.json', source: JSON.stringify(paths.toSorted()) });
  },
});

/** Our libraries and the core have no effects when they are loaded, so each side takes only what it uses of their entry files. */
const treeshake = { moduleSideEffects: [{ test: /\/(?:packages|src\/core)\//u, sideEffects: false }] };

/**
 * Main: ES modules. Preload: one CommonJS file, for a sandboxed preload can load no other. Each has its libraries
 * bundled: a start that reads some ten files is quicker than one that reads eight hundred.
 */
export default defineConfig({
  main: {
    plugins: [withoutUnusedParts(), listSources()],
    resolve: { alias },
    build: {
      externalizeDeps: false,
      // Threads are modules of their own: they are started by their path.
      rollupOptions: {
        treeshake,
        // Less to read at each start; names stay as they are, for the log.
        output: { minify: { compress: false, mangle: false, codegen: true } },
        input: [
          'src/main/main.ts',
          'src/cli/commandLine.ts',
          'src/main/adapters/threads/ageWorker.ts',
          'src/main/calendarWorker.ts',
          'src/main/adapters/threads/feedWorker.ts',
          'src/main/adapters/threads/indexWorker.ts',
          'src/main/adapters/threads/noteWorker.ts',
        ],
      },
      sourcemap: false,
      license: bundledLicenses,
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      license: bundledLicenses,
      rollupOptions: {
        input: 'src/preload/preload.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  // Read from the disk, whole: size counts less than it does on the web.
  renderer: {
    root: 'src/renderer',
    resolve: { alias },
    build: {
      rollupOptions: {
        treeshake,
        // What the pages share is one file instead of ninety: each costs a request, which main answers.
        output: { codeSplitting: { groups: [{ name: 'shared', tags: ['$initial'], minShareCount: 2 }] } },
        input: ['index', 'alert/index', 'clock/index', 'panel/index', 'sound/index'].map(
          (page) => `src/renderer/${page}.html`,
        ),
      },
      assetsInlineLimit: 0,
      license: bundledLicenses,
      minify: true,
      chunkSizeWarningLimit: 4000,
    },
    plugins: [react(), thirdPartyNotices(import.meta.dirname)],
  },
});
