/** The source of the digits and of the network as text, for the lines of it that the prose shows: as true as a number that was measured. */
export const sources = {
  ...import.meta.glob<string>('/src/digits/*.ts', { query: '?raw', import: 'default' }),
  ...import.meta.glob<string>('/src/network/*.ts', { query: '?raw', import: 'default' }),
};
