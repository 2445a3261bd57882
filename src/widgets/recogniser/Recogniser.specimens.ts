import type { Sheet } from '../../controls/sheet.ts';
import type { Line } from '../../digits/strokes.ts';
import { ModelLoadError } from '../../recogniser/model.ts';
import type { Specimen } from '../specimen.ts';
import type { Sources } from './recogniser.svelte.ts';
import type { ModelFacts } from './view.ts';

interface Props {
  readonly model: ModelFacts;
  readonly isSmall?: boolean;
  readonly first?: Sheet;
  readonly sources?: Sources;
}

export const hasReset = false;
export const whyNoReset = 'The pad has its own Clear, and what it clears can be undone.';

/** What there is to say of the network that we ship, as the build works it out; a test holds the two together. */
export const model: ModelFacts = {
  name: 'recogniser',
  url: '/models/recogniser.packed',
  sizes: [784, 200, 64, 10],
  parameters: 170_514,
};

function sheet(...lines: Line[]): Sheet {
  return { digit: null, strokes: lines.map((points) => ({ points, width: 0.07, erase: false })) };
}

export const FOUR = sheet(
  [0.36, 0.2, 0.33, 0.32, 0.29, 0.44, 0.27, 0.52, 0.4, 0.53, 0.55, 0.52, 0.72, 0.5],
  [0.6, 0.18, 0.6, 0.35, 0.59, 0.55, 0.58, 0.82],
);

/** An open 4 whose arms lean towards each other, nearly as far as a 9's. */
export const FOUR_OR_NINE = sheet(
  [0.5, 0.2, 0.45, 0.23, 0.33, 0.34, 0.33, 0.46, 0.42, 0.52, 0.55, 0.5, 0.64, 0.42],
  [0.65, 0.18, 0.64, 0.4, 0.63, 0.6, 0.62, 0.82],
);

export const SCRIBBLE = sheet([
  ...[0.2, 0.25, 0.8, 0.3, 0.22, 0.4, 0.78, 0.45, 0.2, 0.55, 0.8, 0.6, 0.22, 0.7, 0.75, 0.78],
  ...[0.3, 0.2, 0.35, 0.8, 0.45, 0.2, 0.52, 0.8, 0.6, 0.2, 0.7, 0.8],
]);

const never = new Promise<never>(() => undefined);

/** The network is on its way and never comes. */
const waiting: Sources = { network: () => never, digits: () => never };

/** Nothing comes, and says so. */
const failing: Sources = {
  network: () => Promise.reject(new ModelLoadError('The download did not finish.')),
  digits: () => Promise.reject(new Error('The server answered 404.')),
};

export const specimens: readonly Specimen<Props>[] = [
  { name: 'blank', props: { model } },
  { name: 'a drawn 4', props: { model, first: FOUR } },
  { name: 'between a 4 and a 9', props: { model, first: FOUR_OR_NINE } },
  { name: 'no digit', props: { model, first: SCRIBBLE } },
  { name: 'loading', props: { model, first: FOUR, sources: waiting } },
  { name: 'failed', props: { model, first: FOUR, sources: failing } },
  { name: 'small, blank', props: { model, isSmall: true } },
  { name: 'small, a drawn 4', props: { model, isSmall: true, first: FOUR } },
  { name: 'small, failed', props: { model, isSmall: true, first: FOUR, sources: failing } },
];
