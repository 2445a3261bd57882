import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findBrowser } from './tools/browsers.ts';
import { LongestFirst } from './tools/longest-first.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const componentTests = 'test/**/*.component.test.ts';
const browserTests = 'test/browsers/**/*.test.ts';
const engineTests = 'test/engines/**/*.test.ts';

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const globalSetup = fileOf('tools/global-setup.ts');

const chromium = findBrowser('chromium');

/**
 * Four kinds of test: `unit` runs in Node, `component` mounts Svelte components in Chromium, `browsers` has Node, Chromium, Firefox and
 * WebKit do the same sums, `engines` goes over the built site (dist/) in Firefox and in WebKit. End-to-end tests (*.e2e.ts), in
 * Chromium, are Playwright's own.
 */
export default defineConfig({
  root,
  plugins: [svelte({ configFile: false })],
  resolve: { alias: { '@': fileURLToPath(new URL('../src', import.meta.url)) } },
  test: {
    // Two processors are enough for everybody; a slow, busy machine is no failure.
    maxWorkers: 2,
    setupFiles: [fileOf('tools/fixed-seed.ts')],
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          globalSetup,
          include: ['test/**/*.test.ts'],
          exclude: [componentTests, browserTests, engineTests],
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          globalSetup,
          setupFiles: [fileOf('tools/new-device.ts')],
          include: [componentTests],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: [...CHROMIUM_FLAGS],
                ...(chromium === undefined ? {} : { executablePath: chromium }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'browsers',
          environment: 'node',
          globalSetup,
          include: [browserTests],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          environment: 'node',
          include: [engineTests],
          // A browser that does not answer fails sooner, by itself.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
