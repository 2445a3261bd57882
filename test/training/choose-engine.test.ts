import { afterEach, expect, it, vi } from 'vitest';
import { readKernel } from '../../src/commands/kernel-file.ts';
import { chooseEngine } from '../../src/training/choose-engine.ts';

afterEach(() => void vi.unstubAllGlobals());

const read = (): Promise<ArrayBuffer> => Promise.resolve(readKernel().buffer);

it('takes the kernel where it runs', async () => {
  expect((await chooseEngine(read)).name).toBe('kernel');
}, 60_000);

it.each<[what: string, answer: () => Promise<ArrayBuffer>]>([
  ['does not come', () => Promise.reject(new Error('offline'))],
  ['is something else', () => Promise.resolve(new ArrayBuffer(9))],
])('takes the network where the kernel %s', async (_, answer) => {
  expect((await chooseEngine(answer)).name).toBe('network');
});

it('takes the network, and fetches nothing, where the engine has no vectors', async () => {
  vi.stubGlobal('WebAssembly', { validate: () => false });
  const fetchKernel = vi.fn(read);
  expect((await chooseEngine(fetchKernel)).name).toBe('network');
  expect(fetchKernel).not.toHaveBeenCalled();
});
