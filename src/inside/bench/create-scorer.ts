import type { PackedDigits } from '../../digits/packed.ts';
import { PIXELS } from '../../digits/mnist.ts';
import { type Kernel, startKernel } from '../../kernel/kernel.ts';
import { isSupported } from '../../kernel/support.ts';
import { scoreByLoops } from './scored.ts';
import type { Scorer } from './server.ts';

/** Scores by src/kernel, in single precision: 10,000 digits in 5 to 50 ms on a laptop, by the size of the network. */
export function kernelScorer(kernel: Kernel, digits: PackedDigits): Scorer {
  const held = kernel.hold(digits, PIXELS);
  return (network) => {
    const loaded = kernel.load(network);
    try {
      return loaded.scoreAll(held);
    } finally {
      loaded.release();
    }
  };
}

/**
 * The kernel where it runs; else, or where its file does not come, the plain loops, which take some seconds.
 * @param readKernel fetches the kernel's program
 */
export async function createScorer(
  digits: PackedDigits,
  readKernel: () => Promise<ArrayBuffer>,
): Promise<Scorer> {
  try {
    if (isSupported()) return kernelScorer(await startKernel(await readKernel()), digits);
  } catch {
    // The loops below give the same scores, to single precision.
  }
  return (network) => scoreByLoops(network, digits);
}
