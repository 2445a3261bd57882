import { preprocess } from '@/digits/preprocess.ts';
import { createNetwork } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import type { Specimen } from '../../specimen.ts';
import { FOUR, SCRIBBLE } from '../drawn.ts';
import { type PackedStill, packStill } from '../still.ts';

export const still = true;

/** A network that has learned nothing reads without files, and says its own numbers. */
const untrained = createNetwork([784, 16, 16, 10], 'scaled', createRandom(1));

const reading = (index: number, strokes: typeof FOUR.strokes): PackedStill =>
  packStill(untrained, { index, label: 4, pixels: preprocess(strokes) });

export const specimens: readonly Specimen<{ still: PackedStill; title: string }>[] = [
  {
    name: 'a 4, read by an untrained network',
    props: { still: reading(0, FOUR.strokes), title: 'Read by an untrained network' },
  },
  {
    name: 'a scribble',
    props: { still: reading(1, SCRIBBLE.strokes), title: 'All over the place' },
  },
  { name: 'a blank picture', props: { still: reading(2, []), title: 'Nothing at all' } },
];
