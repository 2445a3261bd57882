import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODELS } from '../../../src/commands/models.ts';
import { ModelFileError } from '../../../src/network/files.ts';
import { createNetwork, type Network } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { readReplay, writeReplay } from '../../../src/training/recorded/replay.ts';
import { STUCK, stuckFile } from '../../../src/training/recorded/stuck.ts';

const SIZES = [6, 4, 3];

/** A walk of networks, each a step away from the one before. */
function walk(seed: number, steps: number): Network[] {
  const random = createRandom(seed);
  const networks = [createNetwork(SIZES, 'normal', random)];
  for (let i = 0; i < steps; i++) {
    const { layers } = networks[i];
    networks.push({
      sizes: SIZES,
      layers: layers.map((layer) => ({
        ...layer,
        weights: layer.weights.map((w) => w + 0.3 * random.normal()),
        biases: layer.biases.map((b) => b + 0.3 * random.normal()),
      })),
    });
  }
  return networks;
}

const write = (networks: readonly Network[]): Uint8Array<ArrayBuffer> =>
  writeReplay(networks.map((network, i) => ({ digits: 10 * i, network })));

/** The largest distance between two lists of numbers. */
const distance = (one: Float64Array, other: Float64Array): number =>
  one.reduce((most, value, i) => Math.max(most, Math.abs(value - other[i])), 0);

describe('a replay', () => {
  it('gives back the start exactly, and every network to half a step of its own last change, however many came before', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 20 }), (seed, steps) => {
        const networks = walk(seed, steps);
        const back = readReplay(write(networks), networks[0]);
        expect(back).toHaveLength(networks.length);
        expect(back[0]).toBe(networks[0]);
        back.forEach((network, i) => {
          // A change of at most some 0.3 * 5, and 15 steps to it; what was left over before is in it again.
          expect(distance(network.layers[0].weights, networks[i].layers[0].weights)).toBeLessThan(
            1.6 / 15 / 2,
          );
          expect(distance(network.layers[1].weights, networks[i].layers[1].weights)).toBeLessThan(
            1e-3,
          );
        });
      }),
      { numRuns: 50 },
    );
  });

  it('is the same bytes each time', () => {
    expect(write(walk(3, 4))).toEqual(write(walk(3, 4)));
  });

  it('refuses what holds something else', () => {
    const [start] = walk(1, 0);
    expect(() => readReplay(new Uint8Array(100), start)).toThrow(ModelFileError);
  });
});

it.each(STUCK.runs.map(({ name }) => stuckFile(name)))(
  'packs the checkpoints of %s to at most 160 kB, and ships what is committed',
  (file) => {
    const packed = readFileSync(path.join(MODELS, `${file}.packed`));
    const committed = readFileSync(path.join(MODELS, `${file}.safetensors`));
    expect(packed.length).toBeLessThanOrEqual(160_000);
    expect(gunzipSync(packed).equals(committed)).toBe(true);
  },
);
