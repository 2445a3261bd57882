import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTestDigits } from '../../../src/commands/bench-files.ts';
import { openModel } from '../../../src/commands/models.ts';
import { picture } from '../../../src/digits/packed.ts';
import { feedforward, scoresOf } from '../../../src/network/feedforward.ts';
import type { Network } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { MODEL_NAMES } from '../../../src/training/recipes.ts';
import {
  type FileKind,
  type GivenFile,
  openNetwork,
  OpenError,
  writeNetwork,
} from '../../../src/widgets/training/save-network/network-file.ts';
import { SaveNetwork } from '../../../src/widgets/training/save-network/save-network.svelte.ts';
import { whyNotUsed } from '../../../src/widgets/training/save-network/save-network-words.ts';
import { singleNetwork } from '../../kernel/kernel.ts';
import { mutate } from '../../network/files/mutate.ts';
import { providePython } from '../../tools/python.ts';
import { SEED } from '../../tools/seed.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'save-network-'));
afterAll(() => rmSync(folder, { recursive: true }));

const digits = readTestDigits();
/** A hundred from all over the set. */
const pictures = Array.from({ length: 100 }, (_, i) => picture(digits, 100 * i));
const scoresBy = (network: Network): number[][] =>
  pictures.map((x) => [...scoresOf(feedforward(network, x))]);
const farthest = (one: number[][], other: number[][]): number =>
  Math.max(...one.flatMap((row, i) => row.map((score, j) => Math.abs(score - other[i][j]))));

function fileOf(
  bytes: Uint8Array<ArrayBuffer> | string,
  { name = 'network.json', type = '', size }: Partial<GivenFile> = {},
): GivenFile {
  const file = new File([bytes], name, { type });
  return { name, type, size: size ?? file.size, arrayBuffer: () => file.arrayBuffer() };
}
const refusal = (file: GivenFile): Promise<string> =>
  openNetwork(file).then(
    () => 'opened',
    (error: unknown) => {
      expect(error).toBeInstanceOf(OpenError);
      return (error as OpenError).message;
    },
  );

describe('what was saved', () => {
  it.each(MODEL_NAMES)('opens with the same outputs: %s, as JSON to the last bit', async (name) => {
    const network = openModel(name);
    const { network: back, kind } = await openNetwork(fileOf(writeNetwork(network, 'json')));
    expect(kind).toBe('json');
    expect(scoresBy(back)).toEqual(scoresBy(network));
  });

  it.each(MODEL_NAMES)('opens with the same outputs: %s, as safetensors', async (name) => {
    const network = openModel(name);
    const file = fileOf(writeNetwork(network, 'safetensors'), { name: 'x.safetensors' });
    const { network: back, kind } = await openNetwork(file);
    expect(kind).toBe('safetensors');
    // The recogniser's bytes times their scales are the only numbers of ours that single precision rounds.
    const most = name === 'recogniser' ? 1e-6 : 0;
    expect(farthest(scoresBy(back), scoresBy(network))).toBeLessThanOrEqual(most);
  });

  it('has the shape of the blog post’s JSON, which opens too', async () => {
    const network = singleNetwork([784, 30, 10], 'normal', 1);
    const ours = JSON.parse(new TextDecoder().decode(writeNetwork(network, 'json'))) as unknown;
    // As its app writes it: NumPy's arrays as lists, each bias a list of one.
    const theirs = {
      sizes: [784, 30, 10],
      weights: network.layers.map(({ nIn, nOut, weights }) =>
        Array.from({ length: nOut }, (_, j) => [...weights.subarray(j * nIn, (j + 1) * nIn)]),
      ),
      biases: network.layers.map(({ biases }) => Array.from(biases, (b) => [b])),
    };
    expect(ours).toEqual(theirs);
    const { network: back } = await openNetwork(fileOf(JSON.stringify(theirs)));
    expect(scoresBy(back)).toEqual(scoresBy(network));
  });
});

describe('Python, with NumPy alone,', () => {
  const program = path.join(
    import.meta.dirname,
    '../../../src/widgets/training/save-network/open_network.py',
  );
  const shown = path.join(folder, 'digits.json');
  writeFileSync(shown, JSON.stringify(pictures.map((x) => [...x])));

  /** The ten scores of each of the hundred, as the lines that the figure shows give them. */
  function scoresInPython(name: string, bytes: Uint8Array): number[][] {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    const said = execFileSync(providePython(), [program, file, shown], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    return JSON.parse(said) as number[][];
  }

  it.each(['safetensors', 'json'] as const)(
    'opens a %s file and gets the ten scores of 100 digits within a millionth',
    (kind: FileKind) => {
      const network = openModel('classic');
      const scores = scoresInPython(`classic.${kind}`, writeNetwork(network, kind));
      expect(scores).toHaveLength(100);
      expect(farthest(scores, scoresBy(network))).toBeLessThan(1e-6);
    },
    120_000,
  );

  it.each(MODEL_NAMES)(
    'opens the file of the site itself: %s',
    async (name) => {
      const { readFileSync } = await import('node:fs');
      const file = path.join(import.meta.dirname, `../../../public/models/${name}.safetensors`);
      const scores = scoresInPython(`${name}.safetensors`, readFileSync(file));
      expect(farthest(scores, scoresBy(openModel(name)))).toBeLessThan(1e-6);
    },
    120_000,
  );
});

describe('a file that is no network', () => {
  it('is told by its name, and why', async () => {
    expect(await refusal(fileOf('x', { name: 'cat.png', type: 'image/png' }))).toBe(
      '“cat.png” was not opened. It holds a picture or a recording; a network is a .safetensors or a .json file.',
    );
    expect(
      await refusal(fileOf(Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10), { name: 'cat' })),
    ).toMatch(
      /^“cat” was not opened\. A model is a safetensors file or JSON; this file starts with the bytes/,
    );
    expect(await refusal(fileOf('', { name: 'none.json' }))).toBe(
      '“none.json” was not opened. It is empty.',
    );
    expect(await refusal(fileOf('{"sizes":[784,10]}'))).toMatch(
      /has the keys sizes, weights and biases/,
    );
    expect(await refusal(fileOf('[1, 2'))).toMatch(/^“network\.json” was not opened\. /);
  });

  it('is not even looked at where it is too large', async () => {
    const file = { ...fileOf('x', { name: 'film.safetensors', size: 200e6 }) };
    const looked = { ...file, arrayBuffer: () => Promise.reject(new Error('looked at')) };
    expect(await refusal(looked)).toBe(
      '“film.safetensors” was not opened. It has 200 million bytes; a network of ours has a tenth of a million, and more than 16 are not read.',
    );
  });

  it('may be a folder, which no browser can read', async () => {
    const gone = {
      ...fileOf('x'),
      arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')),
    };
    expect(await refusal(gone)).toMatch(/may be a folder, or have been moved\.$/);
  });

  it('has its long name cut', async () => {
    expect(await refusal(fileOf('', { name: `${'a'.repeat(500)}.json` }))).toMatch(
      /^“a{30}…a{9}\.json” was/,
    );
  });

  it('10,000 damaged files open as a network that reads, or are refused in words', async () => {
    const random = createRandom(SEED);
    const network = singleNetwork([784, 4, 10], 'normal', 2);
    const whole = {
      safetensors: writeNetwork(network, 'safetensors'),
      json: writeNetwork(network, 'json'),
    };
    let refused = 0;
    for (let i = 0; i < 10_000; i++) {
      // JSON takes far longer to read: one in a hundred.
      const kind = i % 100 === 0 ? 'json' : 'safetensors';
      const bytes = new Uint8Array(mutate(whole[kind], kind, random));
      const said = await refusal(fileOf(bytes, { name: `damaged.${kind}` }));
      if (said === 'opened') continue;
      refused++;
      expect(said).toMatch(/^“damaged\.(safetensors|json)” was not opened\. [^]{20,}[.…]$/);
    }
    expect(refused).toBeGreaterThan(3000);
  }, 120_000);
});

describe('the figure', () => {
  const network = openModel('classic');
  function figure(own: Network | null = null): { figure: SaveNetwork; handed: [string, number][] } {
    const handed: [string, number][] = [];
    const tools = {
      load: () => Promise.resolve(network),
      own: () => own,
      hand: (name: string, bytes: Uint8Array) => void handed.push([name, bytes.length]),
    };
    return { figure: new SaveNetwork(tools), handed };
  }

  it('keeps what was open where the next file is refused, and says why', async () => {
    const { figure: one } = figure();
    await one.open(fileOf(writeNetwork(network, 'json'), { name: 'mine.json' }));
    const { opened } = one;
    expect(opened?.network.sizes).toEqual([784, 30, 10]);
    await one.open(fileOf('nonsense', { name: 'bad.json' }));
    expect(one.refusal).toMatch(/^“bad\.json” was not opened/);
    expect(one.opened).toBe(opened);
    one.choose('opened', 'safetensors');
    expect(one.fileName).toBe('mine.safetensors');
    one.reset();
    expect([one.opened, one.refusal, one.saved, one.canReset]).toEqual([
      null,
      '',
      'classic',
      false,
    ]);
  });

  it('hands over a file of the name and size that it tells', async () => {
    const { figure: one, handed } = figure(network);
    expect(one.address).toBe('/models/classic.safetensors');
    one.choose('own', 'json');
    expect(one.address).toBeNull();
    await one.save();
    expect(handed).toEqual([['my-network.json', writeNetwork(network, 'json').length]]);
    expect(one.handed).toEqual({ name: handed[0][0], bytes: handed[0][1] });
  });

  it('says so where the network is not there any more, or does not come', async () => {
    const { figure: one, handed } = figure();
    one.choose('own', 'json');
    await one.save();
    expect(one.refusal).toBe('That network is not there any more.');
    expect(handed).toEqual([]);
  });

  it('comes back by its link, and takes nothing strange from one', () => {
    const { figure: one } = figure();
    one.fromLink({ net: 'recogniser', as: 'json' });
    expect(one.toLink()).toEqual({ net: 'recogniser', as: 'json' });
    one.fromLink({ net: 'own', as: 'exe' });
    expect(one.toLink()).toEqual({ net: 'recogniser', as: 'json' });
  });
});

it('a network that cannot be used everywhere is told why', () => {
  expect(whyNotUsed(openModel('explainer'))).toBe('');
  expect(whyNotUsed(singleNetwork([2, 3, 1], 'normal', 1))).toMatch(
    /^It takes 2 numbers and gives 1:/,
  );
  expect(whyNotUsed(singleNetwork([784, 1200, 10], 'normal', 1))).toMatch(/^It is larger/);
});
