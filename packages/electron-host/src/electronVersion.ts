/** The version of Electron that the host claims to be. No imports: `--version` answers before anything else loads. */
export const ELECTRON_VERSION = '45.4.1';
