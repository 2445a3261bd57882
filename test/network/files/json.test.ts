import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ModelFileReason,
  readJson,
  readModel,
  writeJson,
} from '../../../src/network/files.ts';
import { createNetwork, emptyNetwork } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { anyNumber, networks } from './networks.ts';
import { expectRefusal } from './refusal.ts';

const utf8 = new TextEncoder();

/** A 2-1 network as the blog post's app has it: weights 1.5 and -2, bias 0.25. */
const small = { sizes: [2, 1], weights: [[[1.5, -2]]], biases: [[[0.25]]] };

describe('writeJson', () => {
  it('writes what the app of the blog post reads', () => {
    const network = emptyNetwork([2, 2, 1]);
    network.layers[0].weights.set([0.1, -2, 1e-7, 3e21]);
    network.layers[0].biases.set([-0, 5]);
    network.layers[1].weights.set([7, 8]);
    network.layers[1].biases.set([9]);
    expect(writeJson(network)).toBe(
      '{"sizes":[2,2,1],"weights":[[[0.1,-2],[1e-7,3e+21]],[[7,8]]],"biases":[[[-0],[5]],[[9]]]}\n',
    );
  });

  it('and back gives the same numbers to the last bit', () => {
    fc.assert(
      fc.property(networks(anyNumber), (network) => {
        const text = writeJson(network);
        expect(readJson(text)).toEqual(network);
        expect(writeJson(readJson(text))).toBe(text);
        expect(readModel(utf8.encode(text))).toEqual(network);
      }),
    );
  });

  it('and back keeps a network of the usual size', () => {
    const network = createNetwork([784, 30, 10], 'normal', createRandom(1));
    expect(readJson(writeJson(network))).toEqual(network);
  });

  it.each<[number, ModelFileReason]>([
    [NaN, 'not-finite'],
    [-Infinity, 'not-finite'],
    [1e39, 'out-of-range'],
  ])('refuses %f: %s', (x, reason) => {
    const network = emptyNetwork([2, 1]);
    network.layers[0].biases[0] = x;
    expectRefusal(() => writeJson(network), reason, 'biases[0] should hold finite numbers');
  });
});

describe('readJson', () => {
  const expected = emptyNetwork([2, 1]);
  expected.layers[0].weights.set([1.5, -2]);
  expected.layers[0].biases.set([0.25]);

  it.each<[string, string]>([
    ['as the app writes it', JSON.stringify(small)],
    ['laid out in lines', JSON.stringify(small, null, '\t')],
    ['with plain numbers for biases', JSON.stringify({ ...small, biases: [[0.25]] })],
    ['with other keys beside', JSON.stringify({ cost: { name: 'quadratic', ':': '"' }, ...small })],
    ['with a key called __proto__', `{"__proto__":{"sizes":[9]},${JSON.stringify(small).slice(1)}`],
  ])('takes a network %s', (_, text) => {
    expect(readJson(text)).toEqual(expected);
    expect(readModel(utf8.encode(text))).toEqual(expected);
  });

  const change = (part: object): string => JSON.stringify({ ...small, ...part });
  it.each<[string, string, ModelFileReason, string]>([
    ['nothing', '', 'bad-json', 'The file should be JSON; it starts ""'],
    ['half a network', JSON.stringify(small).slice(0, 30), 'bad-json', 'it starts "{\\"sizes\\"'],
    ['NaN', '{"sizes":[1,1],"weights":[[[NaN]]],"biases":[[[0]]]}', 'bad-json', 'should be JSON'],
    [
      'lists without end',
      '['.repeat(100_000),
      'bad-json',
      'may nest 32 deep; it nests 100000 deep',
    ],
    [
      'a key given twice',
      `{"sizes":[9,9],${JSON.stringify(small).slice(1)}`,
      'bad-json',
      'gives 4 keys, of which 3 differ',
    ],
    ['a number', '7', 'not-a-model', 'has the keys sizes, weights and biases; got 7'],
    ['null', 'null', 'not-a-model', 'got null'],
    ['a list', '[1,2]', 'not-a-model', 'got [1,2]'],
    ['other keys', '{"a":1,"weights":[]}', 'not-a-model', 'got ["a","weights"]'],
    [
      'keys that only its prototype has',
      '{"__proto__":{"sizes":[1,1]}}',
      'not-a-model',
      '["__proto__"]',
    ],
    ['sizes that are no list', change({ sizes: { length: 2 } }), 'wrong-shape', 'got {"length":2}'],
    ['sizes in words', change({ sizes: ['2', '1'] }), 'wrong-shape', 'got ["2","1"]'],
    ['one size', change({ sizes: [2] }), 'wrong-shape', 'needs 2 to 16 layer sizes'],
    ['a layer of none', change({ sizes: [2, 0] }), 'wrong-shape', 'got [2, 0]'],
    ['a layer beyond measure', change({ sizes: [2, 1e9] }), 'wrong-shape', 'got [2, 1000000000]'],
    [
      'sizes far beyond its numbers',
      change({ sizes: [65_536, 65_536] }),
      'wrong-shape',
      'weights[0] should be a list of 65536; got one of 1',
    ],
    [
      'a layer too many',
      change({ sizes: [2, 1, 1] }),
      'wrong-shape',
      'weights should be a list of 2; got one of 1',
    ],
    [
      'too few biases',
      change({ biases: [[]] }),
      'wrong-shape',
      'biases[0] should be a list of 1; got one of 0',
    ],
    [
      'a row too short',
      change({ weights: [[[1]]] }),
      'wrong-shape',
      'weights[0][0] should be a list of 2; got one of 1',
    ],
    ['a row that is no list', change({ weights: [['1.5']] }), 'wrong-shape', 'got "1.5"'],
    [
      'a bias of two numbers',
      change({ biases: [[[1, 2]]] }),
      'wrong-shape',
      'biases[0][0] should be a list of 1',
    ],
    [
      'a number without end',
      JSON.stringify(small).replace('1.5', '1e999'),
      'not-finite',
      'number 0 is Infinity',
    ],
    ['a number in quotes', change({ weights: [[['1.5', 2]]] }), 'not-finite', 'number 0 is "1.5"'],
    ['null for a number', change({ weights: [[[1.5, null]]] }), 'not-finite', 'number 1 is null'],
    ['true for a bias', change({ biases: [[true]] }), 'not-finite', 'number 0 is true'],
    [
      'a number beyond single precision',
      change({ biases: [[[1e39]]] }),
      'out-of-range',
      'number 0 is 1e+39',
    ],
    ['more than we take', ' '.repeat(2 ** 24 + 1), 'too-large', 'this one has 16777217'],
  ])('refuses %s', (_, text, reason, message) => {
    for (const read of [() => readJson(text), () => readModel(utf8.encode(text))]) {
      expectRefusal(read, reason, message);
    }
  });

  it('quotes little of what it refuses, however long that is', () => {
    const read = (): unknown => readJson(change({ sizes: 'x'.repeat(100_000) }));
    expect(read).toThrow(/^.{1,200}$/);
  });
});

describe('readModel', () => {
  it('refuses bytes that are neither', () => {
    const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
    expect(() => readModel(picture)).toThrow(expect.objectContaining({ reason: 'not-a-model' }));
    expect(() => readModel(picture)).toThrow('starts with the bytes [137,80,78,71,13,10,26,10]');
  });
});
