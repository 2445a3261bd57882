/** What comes when the reader nears the recogniser, and not before: the panels, all that they share, and what the page lends them. */
export { Demo } from './demo.svelte.ts';
export { pageTools } from './page-tools.ts';
export { default as Panels } from './Panels.svelte';
export { WhyState } from './why/why.svelte.ts';
