/**
 * Finds the browsers that the tests drive, and on Debian installs them.
 *
 *     node test/tools/browsers.ts [chromium] [firefox]
 *
 * An environment variable (CHROMIUM, FIREFOX) wins; then whatever the machine has in its usual places; then, as root on a system
 * with apt-get, Debian's own package. Elsewhere the message says what to install.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installOnDebian } from './debian.ts';

export type BrowserName = 'chromium' | 'firefox';

interface Places {
  /** Environment variable that names the program. */
  readonly variable: string;
  /** Names to look for on the PATH, best first. */
  readonly commands: readonly string[];
  /** macOS: applications and the program inside. */
  readonly mac: readonly string[];
  /** Windows: below the program folders. */
  readonly windows: readonly string[];
  /** Debian's package. */
  readonly debian: string;
  /** What to tell people to install. */
  readonly advice: string;
}

const PLACES: Readonly<Record<BrowserName, Places>> = {
  chromium: {
    variable: 'CHROMIUM',
    commands: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'],
    mac: ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'],
    windows: ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'],
    debian: 'chromium',
    advice: 'Google Chrome or Chromium',
  },
  firefox: {
    variable: 'FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    mac: ['Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox/firefox.exe'],
    debian: 'firefox-esr',
    advice: 'Firefox',
  },
};

/** Flags for a Chromium that tests drive: it may run as root in a container, and keeps quiet on the wire. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The machine, as far as the search looks at it; a test hands in machines of its own. */
export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
}

const THIS_MACHINE: Machine = { platform: process.platform, env: process.env, exists: existsSync };

/**
 * The browser's program, or undefined where the machine has none.
 * @throws Error when the environment variable names a file that does not exist
 */
export function findBrowser(
  name: BrowserName,
  machine: Machine = THIS_MACHINE,
): string | undefined {
  const { variable, commands, mac, windows } = PLACES[name];
  const { platform, env, exists } = machine;
  const named = env[variable];
  if (named) {
    if (exists(named)) return named;
    throw new Error(`${variable} names ${named}, which does not exist.`);
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return folders
      .flatMap((folder) => (folder ? windows.map((file) => path.win32.join(folder, file)) : []))
      .find(exists);
  }
  const onPath = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const candidates = commands.flatMap((command) =>
    onPath.map((folder) => path.posix.join(folder, command)),
  );
  if (platform === 'darwin') {
    const homes = ['/Applications', ...(env['HOME'] ? [`${env['HOME']}/Applications`] : [])];
    candidates.unshift(...homes.flatMap((home) => mac.map((app) => `${home}/${app}`)));
  }
  return candidates.find(exists);
}

/**
 * The browser's program; where there is none and we are root on Debian, it is installed first.
 * @throws Error that says what to install
 */
export function provideBrowser(name: BrowserName): string {
  const found = findBrowser(name);
  if (found !== undefined) return found;
  const { variable, debian, advice } = PLACES[name];
  installOnDebian(advice, [debian]);
  const installed = findBrowser(name);
  if (installed !== undefined) return installed;
  throw new Error(
    `The tests need ${advice}. Install it, or set the environment variable ${variable} to its program.`,
  );
}

if (import.meta.main) {
  const asked = process.argv.slice(2);
  const known = Object.keys(PLACES) as BrowserName[];
  for (const name of known) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    try {
      console.log(`${name}: ${provideBrowser(name)}`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}
