/** The source of the network and of the digits as text, for the lines of it that the prose shows: as true as a number that was measured. */
export const sources = import.meta.glob<string>('/src/{digits,network}/**/*.ts', {
  query: '?raw',
  import: 'default',
});
