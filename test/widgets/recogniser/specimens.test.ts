import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readModel } from '../../../src/network/files.ts';
import { readDrawing } from '../../../src/recogniser/recognise.ts';
import { FOUR, FOUR_OR_NINE, SCRIBBLE } from '../../../src/widgets/recogniser/drawn.ts';

const model = new URL('../../../public/models/recogniser.safetensors', import.meta.url);
const network = readModel(readFileSync(model));

it.each([
  ['a 4', FOUR, [{ kind: 'digit', digit: 4 }]],
  [
    'between a 4 and a 9',
    FOUR_OR_NINE,
    [
      { kind: 'unsure', digit: 9, other: 4 },
      { kind: 'unsure', digit: 4, other: 9 },
    ],
  ],
  ['no digit', SCRIBBLE, [{ kind: 'no-digit' }]],
])(
  'the specimen that is said to be %s is taken for that by the network that we ship',
  (_, { strokes }, verdicts) => {
    expect(verdicts).toContainEqual(readDrawing(network, strokes).verdict);
  },
);
