/** Long because it is one table: every way in which a safetensors file can be wrong, with the reason and the words it is refused with. */
import { describe, expect, it } from 'vitest';
import {
  ModelFileError,
  type ModelFileReason,
  readModel,
  readSafetensors,
} from '../../../src/network/files.ts';
import { small } from './networks.ts';
import { f32, pack } from './pack.ts';
import { expectRefusal } from './refusal.ts';

/** A good header of a 2-1 network with 12 bytes of data, and one thing wrong with it. */
const weight = { dtype: 'F32', shape: [1, 2], data_offsets: [0, 8] };
const bias = { dtype: 'F32', shape: [1], data_offsets: [8, 12] };
const data = [...f32(1.5, -2), ...f32(0.25)];
const withWeight = (change: object, bytes = data): Uint8Array =>
  pack({ 'layers.0.weight': { ...weight, ...change }, 'layers.0.bias': bias }, bytes);
const withHeader = (text: string): Uint8Array => pack(text, data);

/** I8 weights of a 2-1 network, with a scale of this kind. */
const withScale = (scale: object, ...numbers: number[]): Uint8Array =>
  pack(
    {
      'layers.0.weight': { dtype: 'I8', shape: [1, 2], data_offsets: [0, 2] },
      'layers.0.bias': { dtype: 'F32', shape: [1], data_offsets: [2, 6] },
      'layers.0.weight_scale': { dtype: 'F32', shape: [1, 1], data_offsets: [6, 10], ...scale },
    },
    [1, 2, ...f32(0), ...f32(...numbers)],
  );

describe('readSafetensors', () => {
  it('takes the file that the refusals below depart from', () => {
    expect(readSafetensors(withWeight({}))).toEqual(small());
    expect(readSafetensors(withScale({}, 2)).layers[0].weights).toEqual(Float64Array.of(2, 4));
  });

  it.each<[string, Uint8Array, ModelFileReason, string]>([
    ['nothing', Uint8Array.of(), 'truncated', 'at least 8 bytes; this one has 0'],
    ['seven bytes', new Uint8Array(7), 'truncated', 'at least 8 bytes; this one has 7'],
    ['no header', new Uint8Array(8), 'not-a-model', 'starts with {; here stands nothing'],
    [
      'a header longer than the file',
      Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 0, 123, 125),
      'truncated',
      'announces a header of 3 bytes; only 2',
    ],
    [
      'a header longer than any file',
      new Uint8Array(20).fill(255),
      'truncated',
      'a header of 18446744073709551615 bytes; only 12',
    ],
    ['a list for a header', withHeader('[]'), 'not-a-model', 'starts with {; here stands byte 91'],
    ['spaces before the header', withHeader(' {}'), 'not-a-model', 'here stands byte 32'],
    ['half a header', withHeader('{"layers.0.weight":'), 'bad-json', 'The header should be JSON'],
    ['a header with more after it', withHeader('{}{}'), 'bad-json', 'The header should be JSON'],
    [
      'a header that is no UTF-8',
      pack(Uint8Array.of(123, 34, 255, 34, 125), data),
      'bad-json',
      'should be UTF-8',
    ],
    [
      'a name given twice',
      withHeader(`{"a":${JSON.stringify(bias)},"a":${JSON.stringify(bias)}}`),
      'bad-json',
      'gives 8 keys, of which 4 differ',
    ],
    [
      'a dtype given twice',
      withHeader('{"layers.0.bias":{"dtype":"F32","dtype":"F64"}}'),
      'bad-json',
      'gives 3 keys, of which 2 differ',
    ],
    [
      'a header that nests without end',
      withHeader(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`),
      'bad-json',
      'may nest 32 deep; it nests 5001 deep',
    ],
    ['a tensor that is a number', withHeader('{"a":1}'), 'bad-header', '"a" should be {dtype'],
    ['a tensor that is null', withHeader('{"a":null}'), 'bad-header', 'got null'],
    ['__proto__', withHeader('{"__proto__":{}}'), 'unknown-dtype', '"__proto__" has dtype nothing'],
    [
      'metadata that are no strings',
      withHeader('{"__metadata__":{"epochs":30}}'),
      'bad-header',
      'strings alone; "epochs" is 30',
    ],
    ['metadata that are a list', withHeader('{"__metadata__":[]}'), 'bad-header', 'got []'],
    [
      'another activation',
      pack({ __metadata__: { activation: 'relu' }, 'layers.0.weight': weight, b: bias }, data),
      'not-a-model',
      'activation sigmoid; this one has "relu"',
    ],
    [
      'numbers that we do not read',
      withWeight({ dtype: 'I64' }),
      'unknown-dtype',
      'has dtype "I64"',
    ],
    ['a dtype that is no string', withWeight({ dtype: ['F32'] }), 'unknown-dtype', '["F32"]'],
    ['toString for a dtype', withWeight({ dtype: 'toString' }), 'unknown-dtype', '"toString"'],
    ['no shape', withWeight({ shape: undefined }), 'bad-header', 'got nothing'],
    ['a shape with -1', withWeight({ shape: [-1, -2] }), 'bad-header', 'got [-1,-2]'],
    ['a shape with halves', withWeight({ shape: [0.5, 4] }), 'bad-header', 'got [0.5,4]'],
    ['a shape in words', withWeight({ shape: ['1', '2'] }), 'bad-header', 'got ["1","2"]'],
    [
      'a shape for other bytes',
      withWeight({ shape: [1, 3] }),
      'wrong-shape',
      'takes 12 bytes; its data_offsets leave 8',
    ],
    [
      'a shape beyond all memory',
      withWeight({ shape: Array.from({ length: 99 }, () => Number.MAX_SAFE_INTEGER) }),
      'wrong-shape',
      'takes Infinity bytes',
    ],
    ['one offset', withWeight({ data_offsets: [0] }), 'bad-header', 'got [0]'],
    ['a negative offset', withWeight({ data_offsets: [-8, 0] }), 'bad-header', 'got [-8,0]'],
    ['offsets backwards', withWeight({ data_offsets: [8, 0] }), 'bad-header', 'got [8,0]'],
    [
      'offsets beyond the data',
      withWeight({ data_offsets: [8, 16] }),
      'truncated',
      'ends at byte 16 of the data; the data ends at 12',
    ],
    ['data cut short', withWeight({}, data.slice(0, 11)), 'truncated', 'the data ends at 11'],
    [
      'a tensor that starts late',
      withWeight({ data_offsets: [4, 12] }),
      'holes',
      'should start where the one before ends, at byte 0; it starts at 4',
    ],
    [
      'a tensor over another',
      pack({ a: weight, b: { ...weight, data_offsets: [4, 12] } }, data),
      'overlapping',
      '"b" should start where the one before ends, at byte 8; it starts at 4',
    ],
    [
      'a gap between tensors',
      pack({ a: weight, b: { ...bias, data_offsets: [9, 13] } }, [...data, 0]),
      'holes',
      'at byte 8; it starts at 9',
    ],
    [
      'bytes at the end',
      withWeight({}, [...data, 0]),
      'holes',
      'cover 12 bytes of data; there are 13',
    ],
    [
      'no tensor at all',
      pack({}, []),
      'missing-tensor',
      'has a tensor layers.0.weight; this file has []',
    ],
    [
      'other names',
      pack({ 'fc1.weight': weight, 'fc1.bias': bias }, data),
      'missing-tensor',
      'this file has ["fc1.weight","fc1.bias"]',
    ],
    [
      'no bias',
      pack({ 'layers.0.weight': weight }, data.slice(0, 8)),
      'missing-tensor',
      'layers.0.bias',
    ],
    [
      'a tensor too many',
      pack(
        {
          'layers.0.weight': weight,
          'layers.0.bias': bias,
          x: { ...bias, data_offsets: [12, 16] },
        },
        [...data, ...f32(1)],
      ),
      'unknown-tensor',
      'A network of 1 layers has no tensors ["x"]',
    ],
    [
      'a flat weight',
      withWeight({ shape: [2] }),
      'wrong-shape',
      'layers.0.weight should have the shape [any, any]; it has [2]',
    ],
    [
      'a bias for another layer',
      withWeight({ shape: [2, 1] }),
      'wrong-shape',
      'layers.0.bias should have the shape [2]; it has [1]',
    ],
    [
      'a layer that does not fit the one before',
      pack(
        {
          'layers.0.weight': weight,
          'layers.0.bias': bias,
          'layers.1.weight': { dtype: 'F32', shape: [1, 2], data_offsets: [12, 20] },
          'layers.1.bias': { dtype: 'F32', shape: [1], data_offsets: [20, 24] },
        },
        [...data, ...data],
      ),
      'wrong-shape',
      'layers.1.weight should have the shape [any, 1]; it has [1,2]',
    ],
    [
      'a layer of no neurons',
      pack(
        {
          'layers.0.weight': { dtype: 'F32', shape: [0, 5], data_offsets: [0, 0] },
          'layers.0.bias': { dtype: 'F32', shape: [0], data_offsets: [0, 0] },
        },
        [],
      ),
      'wrong-shape',
      'got [5, 0]',
    ],
    [
      'more inputs than we take, made of nothing',
      pack(
        {
          'layers.0.weight': { dtype: 'F32', shape: [0, 1e15], data_offsets: [0, 0] },
          'layers.0.bias': { dtype: 'F32', shape: [0], data_offsets: [0, 0] },
        },
        [],
      ),
      'wrong-shape',
      'got [1000000000000000, 0]',
    ],
    ['NaN', withWeight({}, [...f32(1, NaN), ...f32(0)]), 'not-finite', 'number 1 is NaN'],
    ['Infinity', withWeight({}, [...f32(1, 1), ...f32(-Infinity)]), 'not-finite', 'layers.0.bias'],
    [
      'numbers beyond single precision',
      pack(
        {
          'layers.0.weight': { dtype: 'F64', shape: [1, 1], data_offsets: [0, 8] },
          'layers.0.bias': { dtype: 'F32', shape: [1], data_offsets: [8, 12] },
        },
        [0, 0, 0, 0, 0, 0, 0, 0x7f, ...f32(0)],
      ),
      'out-of-range',
      'up to 3.4e38; number 0 is 5.486',
    ],
    [
      'I8 without a scale',
      pack(
        {
          'layers.0.weight': { dtype: 'I8', shape: [1, 8], data_offsets: [0, 8] },
          'layers.0.bias': bias,
        },
        data,
      ),
      'missing-tensor',
      'layers.0.weight_scale',
    ],
    ['a flat scale', withScale({ shape: [1] }, 1), 'wrong-shape', 'the shape [1, 1]; it has [1]'],
    ['a scale of NaN', withScale({}, NaN), 'not-finite', 'layers.0.weight_scale'],
    ['a scale too large', withScale({}, 3e38), 'out-of-range', 'layers.0.weight'],
    [
      'an I8 bias',
      pack(
        {
          'layers.0.weight': weight,
          'layers.0.bias': { dtype: 'I8', shape: [1], data_offsets: [8, 9] },
        },
        data.slice(0, 9),
      ),
      'unknown-dtype',
      'layers.0.bias is I8',
    ],
    [
      'more bytes than we take',
      new Uint8Array(2 ** 24 + 1),
      'too-large',
      '16777216 bytes; this one has 16777217',
    ],
  ])('refuses %s', (_, file, reason, message) => {
    expectRefusal(() => readSafetensors(file), reason, message);
    expect(() => readModel(file)).toThrow(ModelFileError);
  });
});
