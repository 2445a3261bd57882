import { Resource } from './needs.ts';
import { fetchOwn } from './resources.ts';

/** How many bytes the recogniser has as it travels to the page. */
export const modelFile = new Resource('the weight of the recogniser', async () => {
  const bytes = await (await fetchOwn('/models/recogniser.packed')).arrayBuffer();
  return { bytes: bytes.byteLength };
});
