import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readMnist } from '../../src/commands/mnist-files.ts';
import { MODELS, openModel, readModels, testOnMnist } from '../../src/commands/models.ts';
import { PIXELS } from '../../src/digits/mnist.ts';
import { feedforward } from '../../src/network/feedforward.ts';
import { writeSafetensors } from '../../src/network/files.ts';
import { countParameters, createNetwork } from '../../src/network/network.ts';
import { createRandom } from '../../src/network/random.ts';
import { MODEL_NAMES, recipes } from '../../src/training/recipes.ts';
import { run } from './run.ts';

const models = readModels(MODELS);

/** The least that each must read of MNIST's test set. */
const LEAST = {
  classic: 0.948,
  explainer: 0.933,
  'explainer-b': 0.933,
  recogniser: 0.99,
} as const;

describe.each(MODEL_NAMES)('the %s network', (name) => {
  const entry = models[name];
  if (!entry) throw new Error(`models.json says nothing of ${name}.`);
  const network = openModel(name);

  it('is the file that models.json describes', () => {
    const bytes = readFileSync(path.join(MODELS, entry.file));
    expect(bytes.length).toBe(entry.bytes);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(entry.sha256);
    expect(network.sizes).toEqual(entry.sizes);
    expect(countParameters(network)).toBe(entry.parameters);
    expect(entry.recipe).toEqual(recipes[name]);
  });

  it('reads as much of the 10,000 test digits as models.json says, to the digit', () => {
    expect(testOnMnist(name, network)).toEqual(entry.mnist);
    expect(entry.mnist.accuracy).toBeGreaterThanOrEqual(LEAST[name]);
  });
});

it('ships a recogniser of at most 140 kB over the wire', () => {
  const file = readFileSync(path.join(MODELS, 'recogniser.safetensors'));
  expect(gzipSync(file, { level: 9 }).length).toBeLessThanOrEqual(140_000);
});

it("keeps at least half of the explainer's first weighted sums within 5 of 0, over 1,000 test digits", () => {
  const network = openModel('explainer');
  const { inputs, full } = readMnist('test');
  let within = 0;
  for (let i = 0; i < 1000; i++) {
    const x = Float64Array.from(inputs.subarray(i * PIXELS, (i + 1) * PIXELS), (v) => v / full);
    within += feedforward(network, x).zs[0].filter((z) => Math.abs(z) <= 5).length;
  }
  expect(within / (1000 * network.sizes[1])).toBeGreaterThanOrEqual(0.5);
});

it.each(['classic', 'explainer', 'explainer-b'] as const)(
  'makes the %s network again, byte for byte',
  async (name) => {
    const out = mkdtempSync(path.join(tmpdir(), 'model-'));
    const { code, stdout } = await run('train', ['--model', name, '--out', out]);
    expect(code).toBe(0);
    expect(stdout).toContain(`epoch ${recipes[name].epochs} of ${recipes[name].epochs}`);
    const file = `${name}.safetensors`;
    expect(readFileSync(path.join(out, file)).equals(readFileSync(path.join(MODELS, file)))).toBe(
      true,
    );
    expect(readModels(out)[name]).toEqual(models[name]);
  },
  300_000,
);

it('says which models there are when asked for another', async () => {
  const { code, stderr } = await run('train', ['--model', 'oracle']);
  expect(code).toBe(2);
  expect(stderr).toContain(
    "--model classic, --model explainer, --model explainer-b, --model recogniser, --model widths, --model comparison, --model runs, --model stuck, --model ways, --model moments, --model variety. Got 'oracle'.",
  );
});

describe('a model file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'model-'));
  const file = path.join(folder, 'recogniser.safetensors');
  const whole = readFileSync(path.join(MODELS, 'recogniser.safetensors'));
  const small = createNetwork([4, 3, 2], 'scaled', createRandom(1));

  it.each<[string, Uint8Array | null]>([
    ['missing', null],
    ['empty', new Uint8Array()],
    ['cut short', whole.subarray(0, 5000)],
    ['no model at all', Buffer.from('GIF89a, and more')],
    ['a model of something else', writeSafetensors(small, 'F32', {})],
  ])('that is %s is refused in one line, by its name', (_, bytes) => {
    rmSync(file, { force: true });
    if (bytes) writeFileSync(file, bytes);
    expect(() => openModel('recogniser', folder)).toThrow(file);
  });
});
