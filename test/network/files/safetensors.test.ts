import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  quantise,
  readModel,
  readSafetensors,
  writeSafetensors,
} from '../../../src/network/files.ts';
import { fromFloat16 } from '../../../src/network/files/float16.ts';
import { toFloat16 } from '../../../src/network/files/to-float16.ts';
import { createNetwork, type Network } from '../../../src/network/network.ts';
import { createRandom } from '../../../src/network/random.ts';
import { anyNumber, networks, rounded, small } from './networks.ts';
import { f32, pack, split } from './pack.ts';
import { expectRefusal } from './refusal.ts';

describe('a file that Python wrote', () => {
  // As `save_file({"layers.0.weight": w, "layers.0.bias": b}, ..., metadata={"format": "pt"})` of the safetensors package lays it
  // out: no spaces in the JSON, weight and bias in another order than ours, the header filled up with spaces. Typed in by hand:
  // 1.5 is 3fc00000, -2 is c0000000, 0.25 is 3e800000, and the lowest byte comes first.
  const header =
    '{"__metadata__":{"format":"pt"},"layers.0.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},' +
    '"layers.0.bias":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}} ';
  const python = Uint8Array.of(
    ...[header.length, 0, 0, 0, 0, 0, 0, 0],
    ...new TextEncoder().encode(header),
    ...[0x00, 0x00, 0xc0, 0x3f, 0x00, 0x00, 0x00, 0xc0, 0x00, 0x00, 0x80, 0x3e],
  );

  it('is read', () => {
    expect(header.length % 8).toBe(0);
    expect(readSafetensors(python)).toEqual(small());
    expect(readModel(python)).toEqual(small());
  });

  it('is read from the midst of a larger buffer, at an odd place', () => {
    const buffer = new Uint8Array(python.length + 12).fill(7);
    buffer.set(python, 5);
    expect(readSafetensors(buffer.subarray(5, 5 + python.length))).toEqual(small());
  });

  it.each([
    ['F64', [0, 0, 0, 0, 0, 0, 0xf8, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0]],
    ['F32', [0x00, 0x00, 0xc0, 0x3f, 0x00, 0x00, 0x00, 0xc0]],
    ['F16', [0x00, 0x3e, 0x00, 0xc0]],
    ['BF16', [0xc0, 0x3f, 0x00, 0xc0]],
  ])('may have %s weights', (dtype, bytes) => {
    const end = bytes.length;
    const file = pack(
      {
        'layers.0.weight': { dtype, shape: [1, 2], data_offsets: [0, end] },
        'layers.0.bias': { dtype: 'F32', shape: [1], data_offsets: [end, end + 4] },
      },
      [...bytes, ...f32(0.25)],
    );
    expect(readSafetensors(file)).toEqual(small());
  });

  it('may have I8 weights with a scale for each neuron', () => {
    const file = pack(
      {
        'layers.0.weight': { dtype: 'I8', shape: [2, 2], data_offsets: [0, 4] },
        'layers.0.weight_scale': { dtype: 'F32', shape: [2, 1], data_offsets: [4, 12] },
        'layers.0.bias': { dtype: 'F32', shape: [2], data_offsets: [12, 20] },
      },
      [127, 0x81, 1, 0xff, ...f32(0.5, 4), ...f32(0, 1)],
    );
    expect([...readSafetensors(file).layers[0].weights]).toEqual([63.5, -63.5, 4, -4]);
  });
});

describe('writeSafetensors', () => {
  it('writes these bytes and no others', () => {
    const file = writeSafetensors(small(), 'F32', { model: 'small', by: 'hand' });
    const { header, text, data } = split(file);
    expect(text.trimEnd()).toBe(
      '{"__metadata__":{"activation":"sigmoid","by":"hand","model":"small","sizes":"2-1"},' +
        '"layers.0.bias":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},' +
        '"layers.0.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[4,12]}}',
    );
    expect(text.length % 8).toBe(0);
    expect(text.length - text.trimEnd().length).toBeLessThan(8);
    expect([...data]).toEqual([...f32(0.25), ...f32(1.5, -2)]);
    expect(Object.keys(header)).toEqual(Object.keys(header).sort());
  });

  it.each(['F32', 'F16', 'I8'] as const)(
    'places each tensor of %s where its numbers align',
    (format) => {
      const network = createNetwork([3, 5, 3, 1], 'normal', createRandom(1));
      const { header } = split(writeSafetensors(network, format));
      const widths: Readonly<Record<string, number>> = { F32: 4, F16: 2, I8: 1 };
      for (const [name, { dtype, data_offsets: offsets }] of Object.entries(header)) {
        if (name !== '__metadata__') expect(offsets[0] % widths[dtype]).toBe(0);
      }
    },
  );

  it('gives I8 weights a scale of shape [nOut, 1], by which they can be multiplied as they are', () => {
    const network = createNetwork([4, 3], 'normal', createRandom(1));
    const { header } = split(writeSafetensors(network, 'I8'));
    const shapes = Object.entries(header).map(([name, { dtype, shape }]) => [name, dtype, shape]);
    expect(shapes.slice(1)).toEqual([
      ['layers.0.bias', 'F32', [3]],
      ['layers.0.weight', 'I8', [3, 4]],
      ['layers.0.weight_scale', 'F32', [3, 1]],
    ]);
  });

  it.each([
    ['F32', (network: Network) => rounded(network, Math.fround)],
    ['I8', quantise],
  ] as const)(
    'to %s and back rounds the numbers, and the second time changes no byte',
    (format, round) => {
      fc.assert(
        fc.property(networks(anyNumber), (network) => {
          fc.pre(network.layers.every(({ weights }) => weights.every((w) => Math.abs(w) < 3.4e38)));
          const file = writeSafetensors(network, format);
          const back = readSafetensors(file);
          expect(back).toEqual(round(network));
          expect(writeSafetensors(back, format)).toEqual(file);
          expect(readModel(file)).toEqual(back);
        }),
      );
    },
  );

  it('to F16 and back rounds the numbers, and the second time changes no byte', () => {
    const halves = fc.double({ min: -65_519, max: 65_519, noNaN: true });
    fc.assert(
      fc.property(networks(halves), (network) => {
        const file = writeSafetensors(network, 'F16');
        const back = readSafetensors(file);
        expect(back).toEqual(rounded(network, (x) => fromFloat16(toFloat16(x))));
        expect(writeSafetensors(back, 'F16')).toEqual(file);
      }),
    );
  });

  it('keeps any notes, and none that contradict the network', () => {
    const notes = { '': 'é😀', __proto__x: '"\\', sizes: 'wrong', 'layers.0.bias': 'a name' };
    const { header } = split(writeSafetensors(small(), 'F32', notes));
    expect(header['__metadata__']).toEqual({ ...notes, activation: 'sigmoid', sizes: '2-1' });
    expect(readSafetensors(writeSafetensors(small(), 'F32', notes))).toEqual(small());
  });

  it.each([
    ['F32', NaN, 'not-finite', 'number 1 is NaN'],
    ['F16', Infinity, 'not-finite', 'number 1 is Infinity'],
    ['I8', NaN, 'not-finite', 'number 1 is NaN'],
    ['F32', 1e39, 'out-of-range', 'number 1 is 1e+39'],
    ['F16', -65_520, 'out-of-range', 'F16 cannot hold number 1 of layers.0.weight, -65520'],
    ['I8', 1e39, 'out-of-range', 'number 1 is 1e+39'],
  ] as const)('to %s refuses %f: %s', (format, w, reason, message) => {
    const network = small();
    network.layers[0].weights[1] = w;
    expectRefusal(() => writeSafetensors(network, format), reason, message);
  });
});
