/** What was measured of several networks, as a table of words and numbers. */
import { quantile } from '../../inside/correlation.ts';
import type { HeldAt } from '../../inside/lesions.ts';
import { NONSENSE } from '../../inside/nonsense.ts';
import type { Controls } from './controls.ts';
import { type LayerMeasures, type Measured, SURE } from './measures.ts';

/** What was measured, and what came of it. */
type Row = readonly [what: string, value: string];

/** The digits that all networks were measured with. */
export interface MeasuredWith {
  readonly digits: number;
  /** Pixels blank in all training digits, and those inked in fewer than ten. */
  readonly never: number;
  readonly rare: number;
  readonly controls: Controls;
}

const percent = (share: number, places = 1): string => `${(100 * share).toFixed(places)}%`;
const range = (shares: readonly number[]): string =>
  `${percent(Math.min(...shares), 0)} to ${percent(Math.max(...shares), 0)}`;

/** A table in Markdown: a row for each measure, a column for each network. */
export function tableOf(
  { digits, never, rare, controls }: MeasuredWith,
  networks: Readonly<Record<string, Measured>>,
): string {
  const names = Object.keys(networks);
  const columns = names.map((name) => new Map(rowsOf(networks[name], digits)));
  const whats = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  return [
    `| on ${digits} test digits | ${names.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(names.length)}`,
    ...whats.map(
      (what) => `| ${what} | ${columns.map((column) => column.get(what) ?? '').join(' | ')} |`,
    ),
    `\nOf the training digits' pixels ${never} are blank in all, ${rare} inked in fewer than ten.`,
    controlsOf(controls),
  ].join('\n');
}

function controlsOf({ rough, smooth, mixtures, edgier, started, bare }: Controls): string {
  const { noise, shuffled, inverted } = bare.nonsense;
  return [
    `Edges explain ${range(rough.edges)} of rough noise, ${range(smooth.edges)} of smooth noise, ${range(mixtures.edges)} of mixtures of the explainer's first layer;`,
    `a neuron of it is more of an edge than a mixture in ${percent(edgier)} of pairs.`,
    `Of the classic network's first weights ${percent(started)} is what they began as.`,
    `Without L2 the explainer network is sure of ${percent(noise)} of noise, ${percent(shuffled)} of shuffled digits, ${percent(inverted)} of inverted ones.`,
  ].join('\n');
}

function rowsOf(measured: Measured, digits: number): Row[] {
  const { change } = measured;
  return [
    ['accuracy', percent(measured.right / digits, 2)],
    ['correlation of neighbouring weights', measured.neighbours.toFixed(2)],
    ['accuracy with half of the first weights at 0', percent(measured.half / digits)],
    ['accuracy with the signs of the first weights alone', percent(measured.signs / digits)],
    [
      'spread of weights from blank pixels',
      measured.blankSpread === 0 ? '0' : measured.blankSpread.toPrecision(3),
    ],
    ...measured.pictures.flatMap(({ edges, rings, digits: means }, l): Row[] => [
      [`layer ${l + 1}: explained by the best edge`, range(edges)],
      [`layer ${l + 1}: explained by the best ring`, range(rings)],
      [`layer ${l + 1}: explained by the best mean digit`, range(means)],
    ]),
    ...measured.layers.flatMap((layer) => rowsOfLayer(layer, `layer ${layer.layer}`, digits)),
    ...NONSENSE.map((kind): Row =>
      kind === 'blank' || kind === 'full'
        ? [`${kind}: highest score`, measured.nonsense[kind].toFixed(2)]
        : [`${kind}: scores above ${SURE}`, percent(measured.nonsense[kind])],
    ),
    [`smallest change, median of ${change.count}`, change.length.toFixed(2)],
    ['length of those digits, median', change.ink.toFixed(2)],
    ['flipped by noise of the same length', percent(change.noise)],
    ['flipped by some single pixel', percent(change.pixel)],
  ];
}

function rowsOfLayer(layer: LayerMeasures, name: string, digits: number): Row[] {
  return [
    [`${name}: best neuron of each digit, mean AUC`, layer.neurons.toFixed(3)],
    [`${name}: best of as many mixtures`, layer.mixtures.toFixed(3)],
    ...(['zero', 'mean'] as const).flatMap((at: HeldAt): Row[] => {
      const lost = layer.lost[at];
      return [
        [
          `${name} held at ${at}: points lost, median / most / least`,
          [quantile(lost, 0.5), Math.max(...lost), Math.min(...lost)]
            .map((count) => ((100 * count) / digits).toFixed(2))
            .join(' / '),
        ],
        [
          `${name} held at ${at}: correlation of loss and selectivity`,
          layer.foretold[at].toFixed(2),
        ],
      ];
    }),
  ];
}
