/**
 * Finds the browsers that the tests drive, and on Debian installs them.
 *
 *     node test/tools/browsers.ts [chromium] [firefox] [webkit]
 *
 * An environment variable (CHROMIUM, FIREFOX, WEBKIT) wins; then whatever the machine has in its usual places; then, as root on a
 * system with apt-get, Debian's own packages. Elsewhere the message says what to install.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installOnDebian } from './debian.ts';

export type BrowserName = 'chromium' | 'firefox' | 'webkit';

interface Places {
  /** Environment variable that names the program. */
  readonly variable: string;
  /** Names to look for on the PATH, best first. */
  readonly commands: readonly string[];
  /** What has to be on the PATH beside it. */
  readonly beside?: readonly string[];
  /** macOS: applications and the program inside. */
  readonly mac: readonly string[];
  /** Windows: below the program folders. */
  readonly windows: readonly string[];
  /** Debian's packages. */
  readonly debian: readonly string[];
  /** What people call it. */
  readonly title: string;
  /** What to tell people to do. */
  readonly advice: string;
}

const PLACES: Readonly<Record<BrowserName, Places>> = {
  chromium: {
    variable: 'CHROMIUM',
    // First the one without a window: a whole Chromium opens hidden parts of its window for each page, and two fifths of the time of end-to-end tests went there.
    commands: [
      'chromium-headless-shell',
      'google-chrome',
      'google-chrome-stable',
      'chromium',
      'chromium-browser',
      'chrome',
    ],
    mac: ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium'],
    windows: ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'],
    debian: ['chromium-headless-shell'],
    title: 'Google Chrome or Chromium',
    advice: 'Install it, or set the environment variable CHROMIUM to its program.',
  },
  firefox: {
    variable: 'FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    mac: ['Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox/firefox.exe'],
    debian: ['firefox-esr'],
    title: 'Firefox',
    advice: 'Install it, or set the environment variable FIREFOX to its program.',
  },
  webkit: {
    variable: 'WEBKIT',
    commands: ['WebKitWebDriver'],
    beside: ['Xvfb'],
    mac: [],
    windows: [],
    debian: ['webkit2gtk-driver', 'xvfb'],
    title: 'WebKitWebDriver and Xvfb',
    advice:
      'They are programs of Linux: the packages webkit2gtk-driver and xvfb of Debian and Ubuntu, or set the environment variable ' +
      'WEBKIT to WebKitWebDriver. On a Mac or on Windows run the tests in a container of Debian.',
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
  const { variable, commands, beside = [], mac, windows } = PLACES[name];
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
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const onPath = (command: string): string[] =>
    folders.map((folder) => path.posix.join(folder, command));
  if (!beside.every((command) => onPath(command).some(exists))) return undefined;
  const candidates = commands.flatMap(onPath);
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
  const { debian, title, advice } = PLACES[name];
  installOnDebian(title, debian);
  const installed = findBrowser(name);
  if (installed !== undefined) return installed;
  throw new Error(`The tests need ${title}. ${advice}`);
}

const MINI_BROWSERS = ['4.1', '4.0'].map((version) => `webkit2gtk-${version}/MiniBrowser`);
/** Debian's names of processors, by Node's. */
const PROCESSORS: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64' };

/**
 * The small browser that WebKitWebDriver drives, in the folders of Debian, Fedora and Arch.
 * @param arch the processor, as Node names it
 * @throws Error where there is none
 */
export function findMiniBrowser(arch: string = process.arch, exists = existsSync): string {
  const folders = [`/usr/lib/${PROCESSORS[arch] ?? arch}-linux-gnu`, '/usr/libexec', '/usr/lib'];
  const found = folders
    .flatMap((folder) => MINI_BROWSERS.map((program) => `${folder}/${program}`))
    .find((program) => exists(program));
  if (found !== undefined) return found;
  throw new Error(`There is no MiniBrowser of WebKitGTK in ${folders.join(', ')}.`);
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
