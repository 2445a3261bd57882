/**
 * How islands come alive: as @astrojs/svelte does it, once all is here that their widgets need. Until then they stay the stills that the
 * server made; when a download fails, the figure says so and offers to try again.
 */
import svelte from '@astrojs/svelte/client.js';
import { catchUp } from './early.ts';
import { around, beginOnce } from './island.ts';
import { allNeeded } from './needs.ts';
import { untilHere } from './trouble.ts';

export default function hydrate(island: HTMLElement): ReturnType<typeof svelte> {
  const start = svelte(island);
  return (...args) =>
    beginOnce(island, async () => {
      await untilHere(island, allNeeded);
      // Left meanwhile, by a page that replaced its content.
      if (!island.isConnected) return;
      await around(island, () => start(...args));
      await catchUp(island);
    });
}
