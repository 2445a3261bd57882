import { describe, expect, it } from 'vitest';
import { findBrowser, findMiniBrowser, type Machine } from './browsers.ts';

/** A machine with these files and nothing else. */
function machine(
  platform: string,
  files: readonly string[],
  env: Record<string, string> = {},
): Machine {
  return { platform, env, exists: (file) => files.includes(file) };
}

describe('findBrowser', () => {
  it('takes what the environment variable names before anything else', () => {
    const both = machine('linux', ['/opt/mine', '/usr/bin/chromium'], {
      PATH: '/usr/bin',
      CHROMIUM: '/opt/mine',
    });
    expect(findBrowser('chromium', both)).toBe('/opt/mine');
  });

  it('says so when the environment variable names nothing', () => {
    const wrong = machine('linux', ['/usr/bin/firefox'], { PATH: '/usr/bin', FIREFOX: '/gone' });
    expect(() => findBrowser('firefox', wrong)).toThrow(
      'FIREFOX names /gone, which does not exist',
    );
  });

  it.each([
    ['chromium', '/usr/bin/google-chrome'],
    ['chromium', '/usr/local/bin/chromium'],
    ['firefox', '/usr/bin/firefox-esr'],
    ['firefox', '/usr/bin/firefox'],
  ] as const)('finds %s at %s on the PATH of a Linux machine', (name, file) => {
    const linux = machine('linux', [file], { PATH: '/usr/local/bin:/usr/bin' });
    expect(findBrowser(name, linux)).toBe(file);
  });

  it('finds an application on a Mac', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser('chromium', machine('darwin', [chrome]))).toBe(chrome);
    const firefox = '/Users/ada/Applications/Firefox.app/Contents/MacOS/firefox';
    expect(findBrowser('firefox', machine('darwin', [firefox], { HOME: '/Users/ada' }))).toBe(
      firefox,
    );
  });

  it('finds a program on Windows', () => {
    const chrome = String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`;
    const windows = machine('win32', [chrome], { PROGRAMFILES: String.raw`C:\Program Files` });
    expect(findBrowser('chromium', windows)).toBe(chrome);
  });

  it('finds WebKit where there is a screen for it', () => {
    const driver = '/usr/bin/WebKitWebDriver';
    const PATH = '/usr/bin';
    const whole = machine('linux', [driver, '/usr/bin/Xvfb'], { PATH });
    expect(findBrowser('webkit', whole)).toBe(driver);
    expect(findBrowser('webkit', machine('linux', [driver], { PATH }))).toBeUndefined();
    const named = machine('linux', ['/opt/driver'], { PATH, WEBKIT: '/opt/driver' });
    expect(findBrowser('webkit', named)).toBe('/opt/driver');
  });

  it('finds nothing on a bare machine', () => {
    expect(findBrowser('chromium', machine('linux', [], { PATH: '/usr/bin' }))).toBeUndefined();
    expect(findBrowser('firefox', machine('win32', []))).toBeUndefined();
    expect(findBrowser('webkit', machine('darwin', []))).toBeUndefined();
  });
});

describe('findMiniBrowser', () => {
  it.each([
    ['x64', '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'],
    ['arm64', '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser'],
    ['riscv64', '/usr/lib/riscv64-linux-gnu/webkit2gtk-4.1/MiniBrowser'],
    ['x64', '/usr/libexec/webkit2gtk-4.1/MiniBrowser'],
  ])('finds it on %s at %s', (arch, file) => {
    expect(findMiniBrowser(arch, (one) => one === file)).toBe(file);
  });

  it('says where it looked in vain', () => {
    expect(() => findMiniBrowser('x64', () => false)).toThrow('/usr/lib/x86_64-linux-gnu');
  });
});
