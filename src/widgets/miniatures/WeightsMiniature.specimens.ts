import { createNetwork } from '../../network/network.ts';
import { createRandom } from '../../network/random.ts';
import type { Specimen } from '../specimen.ts';
import { weightGrid } from './numbers.ts';

export const still = true;

const untrained = createNetwork([784, 16, 16, 10], 'scaled', createRandom(1));

export const specimens: readonly Specimen<{ grids: readonly Float64Array[] }>[] = [
  { name: 'two untrained neurons', props: { grids: [0, 1].map((j) => weightGrid(untrained, j)) } },
  { name: 'no weights', props: { grids: [new Float64Array(784), new Float64Array(784)] } },
];
