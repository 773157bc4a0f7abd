import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { directoryIndex } from '#core/directory/directoryIndex.ts';
import { beginsName, byFoundation, searchDirectory } from '#core/directory/searchDirectory.ts';

const path = join(import.meta.dirname, '../../../assets/catalogue/directory/index.json');
const { communities } = directoryIndex.parse(JSON.parse(readFileSync(path, 'utf8')));
const found = (query: string): string[] => searchDirectory(communities, query).map(({ id }) => id);

test.each([
  ['otel', 'opentelemetry'],
  ['OpenTelemetry', 'opentelemetry'],
  ['wasm', 'bytecode-alliance'],
  ['node', 'nodejs'],
  ['rustc', 'rust'],
  ['clippy', 'rust'],
  ['sklearn', 'scikit-learn'],
  ['ocio', 'opencolorio'],
  ['npwg', 'network-plumbing-wg'],
  ['hyperledger fabric', 'hyperledger-fabric'],
  ['nova', 'openstack'],
  ['nix', 'nixos'],
  ['clang', 'llvm'],
  ['prom', 'prometheus'],
])('“%s” finds %s first', (query, id) => {
  expect(found(query).slice(0, 2)).toContain(id);
});

test('a whole topic comes before its beginning, and what has meetings before what has none', () => {
  expect(found('ebpf')).toEqual(['cilium', 'falco', 'bpfman']);
  // “not” does not begin “notebooks”.
  expect(found('not cncf')).not.toContain('kubeflow');
});

test('a topic, a foundation and a meeting find their communities', () => {
  expect(found('service mesh')).toEqual(expect.arrayContaining(['istio', 'linkerd', 'envoy']));
  expect(found('academy software')).toEqual(expect.arrayContaining(['aswf', 'openexr', 'opencue']));
  expect(found('loop optimization')).toEqual(['llvm']);
});

test('a letter too few still finds a name; other words find nothing', () => {
  expect(found('opentelmetry')).toContain('opentelemetry');
  expect(found('xylophone orchestra')).toEqual([]);
  expect(found('')).toHaveLength(communities.length);
});

test('communities of a foundation are together; those of none come last unless they match best', () => {
  const foundations = byFoundation(communities, 'othersLast').map(({ foundation }) => foundation);
  expect(new Set(foundations).size).toBe(foundations.length);
  expect(foundations.at(-1)).toBeNull();
  const rust = byFoundation(searchDirectory(communities, 'rust'), 'ranked');
  expect(rust[0]).toMatchObject({ foundation: null, rows: [{ id: 'rust' }] });
});

test('a name is told from a word that is only mentioned', () => {
  const beginning = (words: string): string[] =>
    communities.filter((one) => beginsName(one, words)).map(({ id }) => id);
  expect(beginning('otel')).toEqual(['opentelemetry']);
  expect(beginning('sig node')).toEqual([]);
  expect(beginning(' ')).toEqual([]);
});
