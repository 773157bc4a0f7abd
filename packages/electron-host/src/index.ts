/** What `import … from 'electron'` gives under the host, by name or whole. */
export * from './api.ts';
export * as default from './api.ts';
