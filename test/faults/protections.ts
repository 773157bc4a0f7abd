/**
 * Protections, each with the fault that removes it and the test that must fail then: `npm run test:faults` plants them
 * one by one. Numbers are those of Electron's security checklist (docs/tutorial/security.md).
 */
export interface Fault {
  readonly protection: string;
  readonly file: string;
  /** Text that occurs in the file once, and its replacement. */
  readonly old: string;
  readonly new: string;
  /** A file of unit tests, or a spec of test/e2e, which needs a build with the fault in it. */
  readonly test: string;
}

const secureWindow = 'src/main/adapters/windows/secureWindow.ts';
const security = 'src/main/adapters/electron/security.ts';
const ipc = 'src/main/adapters/electron/ipc.ts';
const pageFiles = 'src/main/adapters/electron/pageFiles.ts';
const linkGate = 'src/main/join/externalLinks.ts';
const http = 'src/main/adapters/network/http.ts';
const seal = 'src/main/private/passphraseEncryption.ts';
const credentials = 'src/main/accounts/credentials.ts';

const windowTest = 'test/main/adapters/secureWindow.test.ts';
const securityTest = 'test/main/adapters/security.test.ts';
const ipcTest = 'test/main/adapters/ipc.test.ts';
const pageFilesTest = 'test/main/adapters/pageFiles.test.ts';
const linkGateTest = 'test/main/join/externalLinks.test.ts';
const rightsTest = 'test/flows/windowRights.test.ts';
const sourcesTest = 'test/security.test.ts';
const packageTest = 'test/packaging/package.test.ts';
const credentialsTest = 'test/main/accounts/credentials.test.ts';
const sealTest = 'test/main/private/passphraseEncryption.test.ts';

const options = '{ ...protections, preload }';
/** A window's option, spelled so that a search in the sources does not find it. */
const withOption = (option: string): Pick<Fault, 'file' | 'old' | 'new' | 'test'> => ({
  file: secureWindow,
  old: options,
  new: `{ ...protections, preload, ...{ ${option} } }`,
  test: windowTest,
});

export const faults: readonly Fault[] = [
  {
    protection: '1 no request in the clear',
    file: 'src/renderer/kit/api.ts',
    old: "import type { z } from 'zod';",
    new: "void fetch('http://example.org');\nimport type { z } from 'zod';",
    test: sourcesTest,
  },
  { protection: '2 no Node in a window', ...withOption("['nodeInteg' + 'ration']: true") },
  { protection: '3 isolation of the preload script', ...withOption("['context' + 'Isolation']: false") },
  { protection: '4 sandbox of a window', ...withOption("['sand' + 'box']: false") },
  {
    protection: '4 sandbox of every renderer',
    file: 'src/main/main.ts',
    old: '  app.enableSandbox();\n',
    new: '',
    test: sourcesTest,
  },
  {
    protection: '5 permissions asked for',
    file: security,
    old: 'decide(false)',
    new: 'decide(true)',
    test: securityTest,
  },
  {
    protection: '5 permissions looked up',
    file: security,
    old: 'setPermissionCheckHandler(() => false)',
    new: 'setPermissionCheckHandler(() => true)',
    test: securityTest,
  },
  { protection: '6 web security', ...withOption("['web' + 'Security']: false") },
  {
    protection: '7 policy: no inline scripts',
    file: pageFiles,
    old: '"script-src \'self\'"',
    new: "\"script-src 'self' 'unsafe-inline'\"",
    test: pageFilesTest,
  },
  {
    protection: '7 policy: no requests elsewhere',
    file: pageFiles,
    old: '"connect-src \'self\'"',
    new: '"connect-src *"',
    test: pageFilesTest,
  },
  {
    protection: '7 policy: no pictures from elsewhere',
    file: pageFiles,
    old: '"img-src \'self\' data:"',
    new: '"img-src * data:"',
    test: pageFilesTest,
  },
  {
    protection: '7 policy of the printed page',
    file: 'src/main/adapters/electron/printer.ts',
    old: "default-src 'none'; style-src 'unsafe-inline'",
    new: 'default-src *',
    test: windowTest,
  },
  {
    protection: '7 policy of the exported page',
    file: 'src/core/notes/exportNotes.ts',
    old: "default-src 'none'; style-src 'unsafe-inline'",
    new: 'default-src *',
    test: 'test/flows/noteExchange.test.ts',
  },
  { protection: '8 no insecure content', ...withOption("['allowRunning' + 'InsecureContent']: true") },
  { protection: '9 no experimental features', ...withOption("['experimental' + 'Features']: true") },
  { protection: '10 no features of Blink', ...withOption("['enableBlink' + 'Features']: 'x'") },
  { protection: '11 no webview tag', ...withOption("['webview' + 'Tag']: true") },
  {
    protection: '12 no webview is attached',
    file: security,
    old: "contents.on('will-attach-webview', (event) => event.preventDefault())",
    new: "contents.on('will-attach-webview', () => {})",
    test: securityTest,
  },
  {
    protection: '13 a page leads nowhere else',
    file: security,
    old: '    details.preventDefault();\n    if (details.isMainFrame)',
    new: '    if (details.isMainFrame)',
    test: securityTest,
  },
  {
    protection: '13 nothing loads in an inner frame',
    file: security,
    old: 'details.isMainFrame && isOwnPage(details.url, page)',
    new: 'isOwnPage(details.url, page)',
    test: securityTest,
  },
  {
    protection: '13 a link out goes to the browser',
    file: security,
    old: '    if (details.isMainFrame) openLink(details.url);\n',
    new: '',
    test: securityTest,
  },
  {
    protection: '13 no redirect elsewhere',
    file: security,
    old: 'if (!isOwnPage(details.url, page)) details.preventDefault();',
    new: '',
    test: securityTest,
  },
  {
    protection: '13 what counts as our page',
    file: 'src/main/adapters/electron/pageAddress.ts',
    old: 'originOf(address) !== null && originOf(address) === originOf(page)',
    new: 'true || page === address',
    test: securityTest,
  },
  {
    protection: '14 no new windows',
    file: security,
    old: "return { action: 'deny' };",
    new: "return url ? { action: 'allow' } : { action: 'deny' };",
    test: securityTest,
  },
  {
    protection: '15 schemes of links',
    file: linkGate,
    old: "return url.protocol === 'mailto:' ? checkedMail(url) : null;",
    new: "return url.protocol === 'mailto:' ? checkedMail(url) : url.href;",
    test: linkGateTest,
  },
  {
    protection: '15 no credentials in a link',
    file: linkGate,
    old: "url !== null && url.username === '' && url.password === ''",
    new: 'url !== null',
    test: linkGateTest,
  },
  {
    protection: '15 only meeting programs (ms-msdt:)',
    file: linkGate,
    old: "'jitsi-meet:']",
    new: "'jitsi-meet:', 'ms-msdt:']",
    test: linkGateTest,
  },
  {
    protection: '15 only meeting programs (search-ms:)',
    file: linkGate,
    old: "'jitsi-meet:']",
    new: "'jitsi-meet:', 'search-ms:']",
    test: linkGateTest,
  },
  {
    protection: '15 nothing ends an argument',
    file: linkGate,
    old: 'ROOM_SCHEMES.has(url.protocol) && isPlain',
    new: 'ROOM_SCHEMES.has(url.protocol) && (isPlain || true)',
    test: linkGateTest,
  },
  {
    protection: '15 a link starts no program',
    file: 'src/main/join/handlers.ts',
    old: 'externalLinks.openLink(address)',
    new: 'externalLinks.openRoom(address)',
    test: rightsTest,
  },
  {
    protection: '15 a subject has one line',
    file: linkGate,
    old: 'visibleLine(subject.toWellFormed())',
    new: 'visibleLine.name && subject.toWellFormed()',
    test: linkGateTest,
  },
  {
    protection: '17 address of the sender',
    file: ipc,
    old: 'isOwnPage(frame.url, page) &&',
    new: "frame.url !== page + 'x' &&",
    test: ipcTest,
  },
  { protection: '17 only the top frame', file: ipc, old: 'frame.parent === null &&', new: '', test: ipcTest },
  {
    protection: '17 only windows of ours',
    file: ipc,
    old: 'openWindows().some((window) => window.webContents.id === event.sender.id)',
    new: 'openWindows().length >= 0',
    test: ipcTest,
  },
  {
    protection: '17 arguments are parsed',
    file: ipc,
    old: 'return parsed.success ? parsed.data : null;',
    new: 'return parsed.success ? parsed.data : (args as RequestArgs<N>);',
    test: ipcTest,
  },
  {
    protection: '18 no page from the disk',
    file: 'src/main/adapters/windows/window.ts',
    old: 'window.loadURL(page)',
    new: 'window.loadFile(page)',
    test: windowTest,
  },
  {
    protection: '18 no file outside the page’s folder',
    file: pageFiles,
    old: 'return path.startsWith(normalize(root) + sep) ? path : null;',
    new: 'return path;',
    test: pageFilesTest,
  },
  {
    protection: '19 fuse: not run as Node',
    file: 'electron-builder.yml',
    old: 'runAsNode: false',
    new: 'runAsNode: true',
    test: packageTest,
  },
  {
    protection: '19 fuse: integrity of the archive',
    file: 'electron-builder.yml',
    old: 'enableEmbeddedAsarIntegrityValidation: true',
    new: 'enableEmbeddedAsarIntegrityValidation: false',
    test: packageTest,
  },
  {
    protection: '20 only names of the contract',
    file: 'src/preload/preload.ts',
    old: '    if (!isRequestName(name)) throw new Error(`The window may not ask for ${name}.`);\n',
    new: '',
    test: 'test/preload/preload.test.ts',
  },
  {
    protection: '20 no ipcRenderer in the page',
    file: 'src/preload/preload.ts',
    old: "contextBridge.exposeInMainWorld('api', api);",
    new: "contextBridge.exposeInMainWorld('api', { ...api, raw: ipcRenderer.send.bind(ipcRenderer) });",
    test: 'test/preload/preload.test.ts',
  },
  {
    protection: 'one file makes windows',
    file: 'src/main/adapters/windows/window.ts',
    old: "import type { BrowserWindow } from 'electron';",
    new: "import { BrowserWindow } from 'electron';",
    test: 'test/architecture.test.ts',
  },
  {
    protection: 'no scripts in the printed page',
    file: secureWindow,
    old: '{ ...protections, javascript: false }',
    new: 'protections',
    test: windowTest,
  },
  {
    protection: 'the printed page is not of the host that may ask main',
    file: 'src/main/adapters/electron/printer.ts',
    old: '://print/',
    new: '://bundle/',
    test: windowTest,
  },
  {
    protection: 'descriptions are sanitised',
    file: 'src/renderer/agenda/Description.tsx',
    old: 'DOMPurify.sanitize(withoutActiveParts(html), KEPT)',
    new: '((void DOMPurify.sanitize, void withoutActiveParts, void KEPT), html)',
    test: 'test/e2e/security.spec.ts',
  },
  {
    protection: 'no download',
    file: security,
    old: "session.defaultSession.on('will-download', (event) => event.preventDefault());",
    new: '',
    test: securityTest,
  },
  {
    protection: 'notes stay in their folder',
    file: 'src/main/notes/noteFolder.ts',
    old: "segments.every((segment) => segment !== '' && !segment.startsWith('.'));",
    new: 'segments.length > 0;',
    test: 'test/flows/notes.test.ts',
  },
  {
    protection: 'the window names no folder of notes',
    file: 'src/core/settings/settings.ts',
    old: 'notesFolder: z.null(),',
    new: 'notesFolder: z.string().nullable(),',
    test: rightsTest,
  },
  {
    protection: 'only folders are shown',
    file: 'src/main/adapters/electron/dialogs.ts',
    old: "if (!(await stat(path)).isDirectory()) throw new Error('There is no folder at this path');",
    new: 'await Promise.resolve(stat.name);',
    test: 'test/main/adapters/dialogs.test.ts',
  },
  {
    protection: 'the window names no file to read',
    file: 'src/main/feeds/fileConsent.ts',
    old: 'if (file === null || named.has(file)) return true;',
    new: 'if (file === null || named.has(file) || true) return true;',
    test: rightsTest,
  },
  {
    protection: 'markup in notifications is escaped',
    file: 'src/main/adapters/electron/noticeMarkup.ts',
    old: 'let isMarkup = true;',
    new: 'let isMarkup = false;',
    test: 'test/main/adapters/notifier.test.ts',
  },
  {
    protection: 'https is not followed down to http',
    file: http,
    old: "from.protocol === 'https:' && to.protocol !== 'https:'",
    new: "from.protocol === 'x:'",
    test: 'test/main/adapters/httpMisbehaviour.test.ts',
  },
  {
    protection: 'no redirect leaves the web',
    file: http,
    old: 'if (to === null || !isWeb(to))',
    new: 'if (to === null)',
    test: 'test/main/adapters/http.test.ts',
  },
  {
    protection: 'only its owner reads the configuration',
    file: 'src/main/adapters/disk/store.ts',
    old: ', configFileMode: 0o600',
    new: '',
    test: 'test/main/adapters/store.test.ts',
  },
  {
    protection: 'a changed private note is noticed',
    file: seal,
    old: 'Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()])',
    new: 'Buffer.concat([decipher.update(bytes.subarray(0, end))])',
    test: sealTest,
  },
  {
    protection: 'no nonce twice',
    file: seal,
    old: 'const nonce = randomBytes(NONCE_BYTES);',
    new: 'const nonce = Buffer.alloc(NONCE_BYTES);',
    test: sealTest,
  },
  { protection: 'cost of a passphrase', file: seal, old: 'n: 2 ** 17', new: 'n: 2 ** 10', test: sealTest },
  {
    protection: 'private notes lock on sleep',
    file: 'src/main/private/composePrivateNotes.ts',
    old: '  owned.use(power.onSuspend(() => void vault.lock()));\n',
    new: '',
    test: 'test/flows/privateNotes.test.ts',
  },
  {
    protection: 'passwords are encrypted in their file',
    file: 'src/main/accounts/passwordSealing.ts',
    old: "data: Buffer.from(await secrets.encrypt(password)).toString('base64'),",
    new: 'data: password,',
    test: credentialsTest,
  },
  {
    protection: 'a removed account leaves no password on the disk',
    file: credentials,
    old: '      logins.delete(id);\n      known.delete(id);\n      save();\n',
    new: '      known.delete(id);\n',
    test: credentialsTest,
  },
  {
    protection: 'no stored address holds a login',
    file: 'src/main/feeds/addressLogins.ts',
    old: '(await logins.keep(url.href, login, null)).ok ? bare : feed',
    new: '(await logins.keep(url.href, login, null)).ok ? feed : feed',
    test: 'test/flows/network.test.ts',
  },
  {
    protection: 'no secrets in the log',
    file: 'src/main/adapters/disk/log.ts',
    old: '${redact(line)}',
    new: '${line}',
    test: 'test/main/adapters/smallParts.tz.test.ts',
  },
  {
    protection: 'a link into the app asks before it joins',
    file: 'src/main/desktop/launches.ts',
    old: "    questions.ask({ kind: 'join', keys: meetings.map(({ key }) => key) });",
    new: '    void 0;',
    test: 'test/flows/launches.test.ts',
  },
  {
    protection: 'a link into the app names no file',
    file: 'src/core/feeds/httpsAddress.ts',
    old: "if (url?.protocol !== 'https:' ||",
    new: 'if (url === null ||',
    test: 'test/core/desktop/launchRequest.test.ts',
  },
  {
    protection: 'a calendar password: only servers below its own',
    file: 'src/core/caldav/serverAddress.ts',
    old: 'isWithin(other.hostname, own.hostname)) return true;',
    new: "isWithin(other.hostname, own.hostname.split('.').slice(1).join('.'))) return true;",
    test: 'test/core/caldav/serverAddress.test.ts',
  },
  {
    protection: 'a calendar password: no redirect elsewhere',
    file: http,
    old: 'mayFollow?.(next) === false',
    new: 'mayFollow?.(next) === null',
    test: 'test/main/adapters/http.test.ts',
  },
  {
    protection: 'no redirect into a private network',
    file: http,
    old: 'if (isPrivateHost(to.hostname) && !isPrivateHost(from.hostname))',
    new: 'if (isPrivateHost(to.hostname) && isPrivateHost(from.hostname) && to.host === from.host)',
    test: 'test/main/adapters/httpMisbehaviour.test.ts',
  },
  {
    protection: 'a redirect chooses no login',
    file: http,
    old: "  to.username = '';\n  to.password = '';\n",
    new: '',
    test: 'test/main/adapters/http.test.ts',
  },
  {
    protection: 'a login goes to the server of its address only',
    file: http,
    old: 'if (login === null || url.origin !== origin)',
    new: 'if (login === null)',
    test: 'test/main/adapters/network/connection.test.ts',
  },
  {
    protection: 'a proxy that cannot be read stops requests',
    file: 'src/main/adapters/network/connection.ts',
    old: "if (named.kind === 'unreadable')",
    new: "if (named.kind === 'unreadable' && env['x'] !== undefined)",
    test: 'test/main/adapters/network/connection.test.ts',
  },
  {
    protection: 'a form with secrets follows no redirect',
    file: http,
    old: 'mayFollow: () => false',
    new: 'mayFollow: () => true',
    test: 'test/flows/googleAccount.test.ts',
  },
  {
    protection: 'a sign-in: only the answer with its state',
    file: 'src/main/accounts/google/signIn.ts',
    old: "answer.get('state') === state",
    new: "answer.has('state')",
    test: 'test/flows/googleAccount.test.ts',
  },
  {
    protection: 'a sign-in: only requests to its own address',
    file: 'src/main/adapters/network/loopback.ts',
    old: 'request.headers.host !== host',
    new: 'request.headers.host === undefined',
    test: 'test/main/adapters/network/loopback.test.ts',
  },
  {
    protection: 'namespaces of XML take no quadratic time',
    file: 'src/core/caldav/xmlTree.ts',
    old: 'new Map(declared.map(([name, value]) => [name.slice(6), value])), outer',
    new: 'new Map([...(outer?.declared ?? []), ...declared.map(([name, value]) => [name.slice(6), value] as const)]), outer',
    test: 'test/core/caldav/dialects.test.ts',
  },
  {
    protection: 'an image is one by its bytes',
    file: 'src/core/notes/noteImage.ts',
    old: 'TYPES.find(({ isIt }) => isIt(bytes)) ?? null',
    new: 'TYPES.find(({ isIt }) => isIt(bytes)) ?? TYPES[0] ?? null',
    test: 'test/flows/noteImages.test.ts',
  },
  {
    protection: 'pasted HTML has links to pages only',
    file: 'src/core/notes/pastedHtml.ts',
    old: '/^(?:https?|mailto):$/.test(url.protocol)',
    new: "url.protocol !== ''",
    test: 'test/core/notes/pastedHtml.test.ts',
  },
  {
    protection: 'a new protection of private notes needs the passphrase',
    file: 'src/main/private/privateVault.ts',
    old: "before.key !== 'system' && !(await isKeyOf",
    new: "before.key === 'system' && !(await isKeyOf",
    test: 'test/flows/privateNotes.test.ts',
  },
  {
    protection: 'errors cannot steer the terminal',
    file: 'src/cli/runCommandLine.ts',
    old: "visibleLine(text.replaceAll(/\\s*\\n\\s*/g, ' '))",
    new: "(visibleLine.name, text.replaceAll(/\\s*\\n\\s*/g, ' '))",
    test: 'test/cli/communities.test.ts',
  },
];
