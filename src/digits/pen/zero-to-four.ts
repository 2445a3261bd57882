import type { Random } from '../../network/random.ts';
import type { Form } from './hand.ts';
import { oneOf, oval } from './ways.ts';

/**
 * 0, 1, 2, 3 and 4 as people write them, each in the ways that schools of several countries teach and that hands make of them. All points are our
 * own, in a box some 60 to 100 wide and 100 high; what varies from hand to hand is drawn at random. Long, since it is a table of
 * shapes more than a program.
 */

export function zero(r: Random): Form {
  const slashed = r.uniform() < 0.42;
  const isPhi = slashed && r.uniform() < 0.28; // the slash upright and far beyond the oval
  const wide = isPhi ? r.between(26, 62) : r.between(18, 50);
  const from = r.between(-0.14, 0.1);
  const to = from + (r.uniform() < 0.75 ? 1 + r.between(-0.04, 0.1) : r.between(0.86, 1));
  const round = oval([50, 50], [wide, 50], from, to);
  if (r.uniform() < 0.25) round.push(50 + r.between(-0.6, 0.5) * wide, r.between(8, 40)); // ends in a curl
  if (r.uniform() < 0.12) round.unshift(50 + r.between(0.1, 1.3) * wide, r.between(-14, 12)); // begins outside
  if (!slashed) return [round];
  // Through the middle: the usual slash, a level bar, an upright one, or the other way round; inside the oval or well beyond.
  const style = r.uniform();
  const [dirX, dirY] = isPhi
    ? [r.between(-0.25, 0.6), -1]
    : style < 0.55
      ? [r.between(0.4, 1.1), r.between(-1.2, -0.5)]
      : style < 0.8
        ? [r.between(0.9, 1.3), r.between(-0.35, 0.35)]
        : style < 0.9
          ? [r.between(-0.2, 0.7), r.between(-1.2, -0.9)]
          : [r.between(0.4, 1), r.between(0.5, 1.1)];
  const reach = isPhi
    ? r.between(1.3, 2.5)
    : r.uniform() < 0.6
      ? r.between(0.6, 1.2)
      : r.between(1.1, 1.7);
  const dx = dirX * wide * reach;
  const dy = dirY * 50 * reach;
  const [cx, cy] = [50 + 4 * r.normal(), 50 + 5 * r.normal()];
  return [round, [cx - dx, cy - dy, cx + dx, cy + dy]];
}

export function one(r: Random): Form {
  const lean = r.between(-8, 8);
  const bulge = 3 * r.normal();
  const stem = [50 + lean, 0, 50 + bulge, 50, 50 - lean, 100];
  const foot: number[] = [];
  if (r.uniform() < 0.12) foot.push(50 - lean + r.between(4, 18), 100 + r.between(-14, 0)); // a flick to the right
  const lines: number[][] = [];
  if (r.uniform() < 0.72) {
    const short = r.uniform() < 0.4; // a flag that a hurried hand bends over
    const reach = short ? r.between(8, 34) : r.between(6, 56);
    const fall = short ? reach * r.between(0.45, 1.3) : Math.max(r.between(4, 80), 0.55 * reach);
    const bow = (short ? r.between(-0.25, 0.15) : r.between(-0.22, 0.22)) * reach;
    const up = [50 + lean - reach, fall, 50 + lean - 0.5 * reach + 0.3 * bow, 0.5 * fall + bow];
    if (r.uniform() < 0.12)
      up.unshift(50 + lean - reach - r.between(0, 8), fall - r.between(4, 14));
    const corner = r.uniform() < 0.85 ? [50 + lean, 0] : [];
    lines.push([...up, ...corner, ...stem, ...foot]);
  } else lines.push([...stem, ...foot]);
  if (foot.length === 0 && r.uniform() < 0.38) {
    const tilt = r.between(-5, 5);
    const y = 100 + r.between(-4, 4);
    lines.push([50 - lean - r.between(8, 54), y + tilt, 50 - lean + r.between(8, 54), y - tilt]);
  }
  return lines;
}

/** Where a 2 or a 3 begins: an arch from the left, with a curl inwards or without. */
function archStart(r: Random): number[] {
  const points = [r.between(2, 26), r.between(10, 34)];
  if (r.uniform() < 0.35)
    points.unshift(points[0] + r.between(4, 22), points[1] + r.between(0, 16));
  return points;
}

export function two(r: Random): Form {
  const start = archStart(r);
  const top = [r.between(25, 45), r.between(-2, 4), r.between(62, 76), r.between(0, 8)];
  const side = [r.between(78, 92), r.between(20, 34)];
  return oneOf(r, [
    [
      4,
      () => [
        [
          ...start,
          ...top,
          ...side,
          66,
          r.between(46, 58),
          34,
          80,
          6,
          98,
          6,
          98,
          50,
          97 + r.between(-8, 4),
          96,
          97 + r.between(-8, 6),
        ],
      ],
    ],
    [
      4, // a loop where the base begins, round or flat, the base a wave
      () => {
        const [left, high] = [r.between(-6, 24), r.between(62, 86)];
        const narrow = r.between(0.4, 1.1);
        return [
          [
            ...start,
            ...top,
            ...side,
            66,
            r.between(46, 60),
            38,
            82,
            20,
            96,
            left,
            96,
            left,
            high,
            24,
            high + r.between(-2, 10),
            56,
            94,
            78,
            100 + r.between(-4, 6),
            100,
            92 + r.between(-14, 8),
          ].map((v, i) => (i % 2 === 0 ? narrow * v : v)),
        ];
      },
    ],
    [
      1.4,
      () => [
        [
          ...start,
          ...top,
          ...side,
          62,
          50,
          r.between(18, 34),
          78,
          r.between(10, 22),
          92,
          30,
          99,
          60,
          97,
          94,
          92 + r.between(-12, 8),
        ],
      ],
    ], // round where others have a corner
    [
      1.2,
      () => [
        [
          r.between(2, 14),
          r.between(0, 12),
          r.between(40, 60),
          r.between(-2, 6),
          86,
          2,
          ...(r.uniform() < 0.5 ? [86, 2] : [92, 14]),
          50,
          48,
          6,
          98,
          6,
          98,
          50,
          97,
          94,
          96,
        ],
      ],
    ], // like a Z
    [
      0.6,
      () => [
        [
          ...start,
          ...top,
          ...side,
          62,
          50,
          28,
          84,
          4,
          98,
          4,
          98,
          24,
          r.between(80, 90),
          60,
          r.between(92, 100),
          96,
          r.between(86, 104),
        ],
      ],
    ],
  ]);
}

export function three(r: Random): Form {
  const waist = [r.between(28, 60), r.between(36, 50)];
  const bowl = [
    r.between(72, 84),
    r.between(48, 58),
    r.between(80, 96),
    74,
    r.between(60, 74),
    97,
    r.between(26, 44),
    100,
    r.between(-2, 14),
    r.between(74, 92),
  ];
  if (r.uniform() < 0.08) bowl.push(r.between(2, 18), r.between(66, 80)); // its end curls in
  const cusp = oneOf(r, [
    [5, () => [[...waist, ...waist]]],
    [2, () => [[...waist]]],
    [
      1.6,
      (): Form => [
        [
          waist[0],
          waist[1],
          waist[0] - r.between(6, 16),
          waist[1] + r.between(2, 9),
          waist[0] - r.between(0, 8),
          waist[1] + r.between(9, 14),
        ],
      ],
    ], // a small loop
  ])[0];
  return oneOf(r, [
    [
      5,
      () => [
        [
          ...archStart(r),
          r.between(26, 44),
          r.between(-2, 4),
          r.between(62, 76),
          r.between(2, 10),
          r.between(74, 88),
          r.between(20, 28),
          64,
          38,
          ...cusp,
          ...bowl,
        ],
      ],
    ],
    [
      3,
      () => [
        [
          r.between(0, 18),
          r.between(0, 10),
          50,
          r.between(-3, 5),
          88,
          r.between(-2, 6),
          88,
          3,
          88,
          3,
          ...waist,
          ...(r.uniform() < 0.6 ? waist : []),
          ...bowl,
        ],
      ],
    ], // flat top
  ]);
}

export function four(r: Random): Form {
  const bar = r.uniform() < 0.8 ? r.between(50, 74) : r.between(34, 54);
  const right = r.between(80, 104);
  const stem = r.between(56, 76);
  const foot = stem - r.between(-6, 14);
  const tilt = r.between(-8, 5);
  const left = r.between(0, 14);
  return oneOf(r, [
    [
      3, // open: an angle, and a stem through its bar
      () => [
        [
          r.between(12, 46),
          r.between(0, 8),
          ...(r.uniform() < 0.4 ? [left - 2, 0.6 * bar] : []),
          left,
          bar,
          left,
          bar,
          right,
          bar + tilt,
        ],
        [stem, r.between(-6, 44), foot, 100],
      ],
    ],
    [
      1.2, // open and round, as a y begins
      () => [
        [
          r.between(4, 20),
          r.between(0, 8),
          r.between(2, 12),
          0.62 * bar,
          r.between(18, 34),
          bar,
          r.between(44, 56),
          0.96 * bar,
          stem,
          0.7 * bar,
        ],
        [stem + r.between(0, 8), r.between(0, 20), foot, 100],
      ],
    ],
    [
      2.2,
      () => [
        [stem, 0, left, bar, left, bar, right, bar + tilt],
        [stem + r.between(-4, 4), r.between(-6, 8), foot, 100],
      ],
    ], // closed, two strokes
    [
      2, // closed, one stroke: from the bar's right end, or down the slope and round by a loop
      () =>
        r.uniform() < 0.4
          ? [
              [
                right,
                bar + tilt,
                46,
                bar,
                left,
                bar,
                left,
                bar,
                stem,
                0,
                stem,
                0,
                foot + 3,
                50,
                foot,
                100,
              ],
            ]
          : [
              [
                stem - r.between(0, 16),
                r.between(0, 12),
                left,
                bar,
                left,
                bar,
                stem + 10,
                bar + tilt - 6,
                r.between(84, 98),
                bar - r.between(14, 30),
                stem + r.between(0, 12),
                r.between(4, 22),
                foot + 2,
                60,
                foot,
                100,
              ],
            ],
    ],
    [
      1.4, // one stroke without lifting: down, along, up a little or not at all, down
      () => {
        const up = r.between(0, 0.8);
        const head = bar - up * bar;
        return [
          [
            r.between(8, 38),
            r.between(0, 8),
            left,
            bar,
            left,
            bar,
            stem,
            bar + 0.5 * tilt - 4,
            stem + 3,
            bar - 4,
            ...(up > 0.15
              ? [stem + r.between(0, 14), head, stem + 10, head - 2, stem + 10, head - 2]
              : [stem + 3, bar - 4]),
            foot + 2,
            80,
            foot,
            100,
          ],
        ];
      },
    ],
  ]);
}
