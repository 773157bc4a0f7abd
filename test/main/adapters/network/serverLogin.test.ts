import { expect, test } from 'vitest';
import { readChallenges } from '#core/network/challenges.ts';
import { authorizationFor, digestAnswer } from '#main/adapters/network/serverLogin.ts';

/** RFC 7616 §3.9.1. */
const mufasa = { user: 'Mufasa', password: 'Circle of Life' };
const request = { method: 'GET', path: '/dir/index.html' };
const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ';
const parts =
  'realm="http-auth@example.org", qop="auth, auth-int", nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"';

test.each([
  ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
  ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
])('the example of RFC 7616 for %s', (algorithm, response) => {
  const [challenge] = readChallenges(`Digest ${parts}, algorithm=${algorithm}`);
  if (challenge === undefined) throw new Error('no challenge');
  const answer = digestAnswer(challenge, mufasa, request, cnonce);
  expect(answer).toContain(`response="${response}"`);
  expect(answer).toContain('username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html"');
  expect(answer).toContain('nc=00000001');
  expect(answer).toContain('opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"');
});

/** RFC 7616 §3.9.2. */
test('the example of RFC 7616 with SHA-512-256 and a hashed name', () => {
  const [challenge] = readChallenges(
    'Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS", charset=UTF-8, userhash=true',
  );
  if (challenge === undefined) throw new Error('no challenge');
  const answer = digestAnswer(
    challenge,
    { user: 'J\u00e4s\u00f8n Doe', password: 'Secret, or not?' },
    { method: 'GET', path: '/doe.json' },
    'NTg6RKcb9boFIAS3KrFK9BGeh+niz/sm',
  );
  expect(answer).toContain('userhash=true');
  expect(answer).not.toContain('Doe"');
});

test('the older form of Digest, without a quality of protection', () => {
  const [challenge] = readChallenges(
    'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"',
  );
  if (challenge === undefined) throw new Error('no challenge');
  const answer = digestAnswer(challenge, { user: 'Mufasa', password: 'Circle Of Life' }, request, cnonce);
  expect(answer).toContain('response="670fd8c2df070c60b045671b8b24ff02"');
  expect(answer).not.toContain('cnonce');
});

test('the strongest scheme is chosen, and Basic only where there is no Digest', () => {
  const answerTo = (header: string) => authorizationFor(header, mufasa, request);
  expect(
    answerTo(`Basic realm="x", Digest ${parts}, algorithm=MD5, Digest ${parts}, algorithm=SHA-256`),
  ).toContain('algorithm=SHA-256');
  expect(answerTo('Negotiate, Basic realm="x"')).toBe(
    `Basic ${Buffer.from('Mufasa:Circle of Life').toString('base64')}`,
  );
  expect(answerTo(`Digest realm="x", nonce="y", algorithm=SHA-1`)).toBeNull();
  expect(answerTo(`Digest realm="x", nonce="y", qop="auth-int"`)).toBeNull();
  expect(answerTo('NTLM')).toBeNull();
});
