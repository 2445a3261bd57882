/**
 * Numbers of chapter 6: what our networks know, as `npm run inside -- --record` measured it on all test digits and wrote it to
 * public/models/inside.json. Layers and neurons are counted from 1, as the page counts them.
 */
import { max, median, min } from 'd3';
import record from '../../public/models/inside.json';
import { formatNumber, percent, thousands } from '@/words/numbers.ts';
import type { Measure } from './measure.ts';

type Measured = (typeof record.networks)[keyof typeof record.networks];

const { digits: tested } = record;

const share = (count: number): string => percent(count / tested);
/** Points of a hundred, of a count of test digits; halves go up, as in the shares of which they are the difference. */
const points = (count: number): string => formatNumber(Math.round((1000 * count) / tested) / 10, 1);
/** What the best pattern explains: the least, the typical and the most of a layer's pictures. */
function explained(name: string, shares: readonly number[]): [string, Measure][] {
  const whole = (value: number | undefined): string => percent(value ?? NaN, 0);
  return [
    [`${name}.least`, () => whole(min(shares))],
    [`${name}.median`, () => whole(median(shares))],
    [`${name}.most`, () => whole(max(shares))],
    [`${name}.half`, () => String(shares.filter((value) => value >= 0.5).length)],
  ];
}

/** 'edges.explainer.1.most', 'rings.explainer.2.most', 'means.classic.1.median': what the best edge, ring or mean digit explains. */
const pictureValues = (name: string, { pictures }: Measured): [string, Measure][] =>
  pictures.flatMap(({ edges, rings, digits }, l): [string, Measure][] => [
    ...explained(`edges.${name}.${String(l + 1)}`, edges),
    ...explained(`rings.${name}.${String(l + 1)}`, rings),
    ...explained(`means.${name}.${String(l + 1)}`, digits),
  ]);

/**
 * 'auc.explainer.2.neurons' and '.mixtures': in how many of a hundred pairs the best tells a digit. 'lesion.explainer.1.zero.median',
 * '.most', '.least' in points, and '.2', '.2.read' for neuron 2: the points lost, and the share still read.
 */
const layerValues = (name: string, { right, layers }: Measured): [string, Measure][] =>
  layers.flatMap(({ layer, neurons, mixtures, lost, foretold }): [string, Measure][] => [
    [`auc.${name}.${String(layer)}.neurons`, () => percent(neurons)],
    [`auc.${name}.${String(layer)}.mixtures`, () => percent(mixtures)],
    ...(['zero', 'mean'] as const).flatMap((at): [string, Measure][] => {
      const key = `lesion.${name}.${String(layer)}.${at}`;
      return [
        [`foretold.${name}.${String(layer)}.${at}`, () => formatNumber(foretold[at], 2)],
        [`${key}.median`, () => points(median(lost[at]) ?? NaN)],
        [`${key}.most`, () => points(max(lost[at]) ?? NaN)],
        [`${key}.least`, () => points(min(lost[at]) ?? NaN)],
        ...lost[at].flatMap((count, j): [string, Measure][] => [
          [`${key}.${String(j + 1)}`, () => points(count)],
          [`${key}.${String(j + 1)}.read`, () => share(right - count)],
        ]),
      ];
    }),
  ]);

const nonsenseValues = (
  name: string,
  { nonsense }: Pick<Measured, 'nonsense'>,
): [string, Measure][] =>
  Object.entries(nonsense).map(([kind, value]): [string, Measure] => [
    `nonsense.${name}.${kind}`,
    // Of one picture a score, of many a share.
    () => (kind === 'blank' || kind === 'full' ? formatNumber(value, 2) : percent(value)),
  ]);

/** What a network says of pictures that are no digit, and how little flips it: 'nonsense.classic.shuffled', 'change.classic.length'. */
const wholeValues = (name: string, measured: Measured): [string, Measure][] => [
  [`neighbours.${name}`, () => formatNumber(measured.neighbours, 2)],
  [`weights.${name}.all`, () => share(measured.right)],
  [`weights.${name}.half`, () => share(measured.half)],
  [`weights.${name}.signs`, () => share(measured.signs)],
  [`blank.${name}.spread`, () => formatNumber(measured.blankSpread, 2)],
  ...nonsenseValues(name, measured),
  [`change.${name}.length`, () => formatNumber(measured.change.length, 2)],
  [`change.${name}.noise`, () => percent(measured.change.noise)],
  [`change.${name}.pixel`, () => percent(measured.change.pixel)],
];

export const insideValues: Readonly<Record<string, Measure>> = {
  'inside.never': () => String(record.never),
  'inside.rare': () => String(record.rare),
  'inside.flipped': () => thousands(record.changes),
  ...Object.fromEntries(explained('edges.rough', record.controls.rough.edges)),
  ...Object.fromEntries(explained('edges.smooth', record.controls.smooth.edges)),
  ...Object.fromEntries(explained('edges.mixtures', record.controls.mixtures.edges)),
  'edges.edgier': () => percent(record.controls.edgier, 0),
  'classic.started': () => percent(record.controls.started, 0),
  'inside.scarce': () => String(record.rare - record.never),
  ...Object.fromEntries(nonsenseValues('bare', record.controls.bare)),
  'change.ink': () => formatNumber(record.networks.classic.change.ink, 1),
  ...Object.fromEntries(
    Object.entries(record.networks).flatMap(([name, measured]) => [
      ...pictureValues(name, measured),
      ...layerValues(name, measured),
      ...wholeValues(name, measured),
    ]),
  ),
};
