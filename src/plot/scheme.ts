import { createSubscriber, MediaQuery } from 'svelte/reactivity';

/** Whether the page is being printed: pictures then stand in for canvases, which were painted for a screen. */
export const printing = new MediaQuery('print', false);

const subscribe = createSubscriber((update) => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const choice = new MutationObserver(update);
  choice.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', update);
  return () => {
    choice.disconnect();
    system.removeEventListener('change', update);
  };
});

/** Called in an effect that paints with the page's colours: it runs again when the system or the reader turns the light on or off. */
export function followScheme(): void {
  subscribe();
}
