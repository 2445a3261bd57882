import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from './tools/browsers.ts';

const root = path.join(import.meta.dirname, '..');
const port = Number(process.env['TEST_PORT'] ?? 4399);
/** DIST=test/.out/mine serves another build than dist/: one with the workbench's specimens, which the contract goes over. */
const dist = process.env['DIST'];
/** The name of the report, where it is not the stage's own. */
const report = process.env['REPORT'] ?? 'e2e';
const chromium = findBrowser('chromium');

/**
 * The built site (dist/) in Chromium. A test runs on the desktop; with `@phone` in its title on the phone instead, with `@both` on
 * both.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  testIgnore: dist === undefined ? '**/contract*.e2e.ts' : [],
  outputDir: '.out/playwright',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  retries: 1, // of a stalled browser alone: e2e/stalls.ts
  reporter: [['list'], ['json', { outputFile: path.join(root, `test/.out/${report}.json`) }]],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: 'off',
    launchOptions: {
      args: [...CHROMIUM_FLAGS],
      ...(chromium === undefined ? {} : { executablePath: chromium }),
    },
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone\b/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'phone',
      grep: /@(phone|both)\b/,
      use: {
        ...devices['Pixel 7'],
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
      },
    },
  ],
  webServer: {
    command: `astro preview --port ${port} --ignore-lock${dist === undefined ? '' : ` --outDir ${dist}`}`,
    cwd: root,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
