import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMnist } from '../../src/commands/mnist-files.ts';
import { MODELS, openModel, readModels } from '../../src/commands/models.ts';
import { sliceDigits } from '../../src/digits/mnist.ts';
import { ModelFileError, type ModelFileReason } from '../../src/network/files.ts';
import { packTensors } from '../../src/network/files/pack-tensors.ts';
import { unpackTensors } from '../../src/network/files/unpack-tensors.ts';
import { createNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { evaluate } from '../../src/network/sgd.ts';
import {
  readCheckpoints,
  type Stage,
  writeCheckpoints,
} from '../../src/training/checkpoint-file.ts';
import { recipes } from '../../src/training/recipes.ts';

const random = createRandom(1);
const stages: Stage[] = Array.from({ length: 12 }, (_, i) => ({
  digits: 100 * i,
  network: createNetwork([3, 2, 2], 'normal', random),
}));
const file = writeCheckpoints(stages, 'F32', { note: 'for a test' });

describe('a file of checkpoints', () => {
  it('gives back what was written, in order', () => {
    const back = readCheckpoints(file);
    expect(back.map(({ digits }) => digits)).toEqual(stages.map(({ digits }) => digits));
    back.forEach(({ network }, i) => {
      network.layers.forEach(({ weights, biases }, l) => {
        const was = stages[i].network.layers[l];
        expect(weights).toEqual(was.weights.map(Math.fround));
        expect(biases).toEqual(was.biases.map(Math.fround));
      });
    });
  });

  it('is a safetensors file like any other, with the tensors of each under its number', () => {
    const { tensors, metadata } = unpackTensors(file);
    expect(tensors.size).toBe(12 * 4);
    expect(tensors.get('checkpoints.11.layers.0.weight')?.shape).toEqual([2, 3]);
    expect(metadata.get('digits')).toBe('0,100,200,300,400,500,600,700,800,900,1000,1100');
    expect(metadata.get('note')).toBe('for a test');
  });

  /** The file with its parts changed. */
  function changed(digits: string | null, rename = (name: string): string => name): Uint8Array {
    const { tensors } = unpackTensors(file);
    const renamed = new Map([...tensors].map(([name, tensor]) => [rename(name), tensor]));
    return packTensors({
      tensors: renamed,
      metadata: new Map(digits === null ? [] : [['digits', digits]]),
    });
  }
  const twelve = stages.map(({ digits }) => digits).join();

  it.each<[what: string, bytes: Uint8Array, reason: ModelFileReason]>([
    ['is cut short', file.subarray(0, -1), 'truncated'],
    ['says nothing of digits', changed(null), 'bad-header'],
    ['counts digits backwards', changed(twelve.replace('200', '50')), 'bad-header'],
    ['counts in words', changed(twelve.replace('200', 'many')), 'bad-header'],
    ['has fewer networks than it says', changed(`${twelve},1200`), 'missing-tensor'],
    ['has more networks than it says', changed('0,100'), 'unknown-tensor'],
    ['is a model', readFileSync(path.join(MODELS, 'explainer.safetensors')), 'bad-header'],
    [
      'has other tensors',
      changed(twelve, (name) => name.replace('checkpoints', 'stages')),
      'unknown-tensor',
    ],
    [
      'lacks a bias',
      changed(twelve, (name) => name.replace('.3.layers.1.bias', '.3.layers.1.bios')),
      'missing-tensor',
    ],
  ])('is refused when it %s', (_, bytes, reason) => {
    expect(() => readCheckpoints(bytes)).toThrow(
      expect.objectContaining({ name: 'ModelFileError', reason }),
    );
  });

  it('is refused by that error alone, or read, whatever byte is changed', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), (at, byte) => {
        try {
          readCheckpoints(file.map((v, i) => (i === at ? byte : v)));
        } catch (error) {
          expect(error).toBeInstanceOf(ModelFileError);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("the explainer's checkpoints", () => {
  const entry = readModels(MODELS).explainer?.checkpoints;
  const bytes = readFileSync(path.join(MODELS, 'explainer-checkpoints.safetensors'));
  const shipped = readCheckpoints(bytes);

  it('are the file that models.json describes, of at most 420 kB', () => {
    expect(entry).toMatchObject({ file: 'explainer-checkpoints.safetensors', bytes: bytes.length });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(entry?.sha256);
    expect(shipped.map(({ digits }) => digits)).toEqual(entry?.digits);
    expect(shipped.map(({ digits }) => digits)).toEqual(recipes.explainer.checkpoints);
    expect(bytes.length).toBeLessThanOrEqual(420_000);
  });

  it('lead from the start, where it guesses, to the explainer itself', () => {
    expect(shipped).toHaveLength(15);
    expect(shipped[14].network).toEqual(openModel('explainer'));
    const some = sliceDigits(readMnist('test'), 0, 2000);
    const accuracies = shipped.map(({ network }) => evaluate(network, some).accuracy);
    expect(accuracies[0]).toBeLessThan(0.2);
    expect(accuracies[6]).toBeGreaterThan(0.85);
    expect(accuracies[14]).toBeGreaterThan(accuracies[6] + 0.02);
  });
});
