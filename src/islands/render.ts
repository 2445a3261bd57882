/** How Svelte components become HTML: as @astrojs/svelte does it, once all is here that the components need. */
import svelte from '@astrojs/svelte/server.js';
import { allNeeded } from './needs.ts';

const renderer: typeof svelte = {
  ...svelte,
  async renderToStaticMarkup(...args) {
    await allNeeded();
    return svelte.renderToStaticMarkup.apply(this, args);
  },
};

export default renderer;
