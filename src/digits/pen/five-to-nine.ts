import type { Random } from '../../network/random.ts';
import type { Form } from './hand.ts';
import { oneOf, oval } from './ways.ts';

/**
 * 5, 6, 7, 8 and 9 as people write them, each in the ways that schools of several countries teach and that hands make of them. All points are our
 * own, in a box some 60 to 100 wide and 100 high; what varies from hand to hand is drawn at random. Long, since it is a table of
 * shapes more than a program.
 */

export function five(r: Random): Form {
  const left = r.between(12, 28);
  const waist = r.between(34, 50);
  const bowl = [
    r.between(44, 58),
    waist - r.between(-2, 8),
    r.between(80, 94),
    r.between(58, 70),
    r.between(66, 82),
    90,
    r.between(40, 54),
    100,
    r.between(16, 26),
    97,
    r.between(-4, 10),
    r.between(78, 92),
  ];
  const top = r.between(0, 10);
  return oneOf(r, [
    [
      3, // the bar last, at the stem's head or a little off
      () => [
        [
          left + r.between(0, 8),
          top,
          left,
          waist,
          ...(r.uniform() < 0.75 ? [left, waist] : []),
          ...bowl,
        ],
        [
          left + r.between(-8, 20),
          top + r.between(-12, 4),
          r.between(68, 98),
          top + r.between(-14, 6),
        ],
      ],
    ],
    [
      3,
      () => [
        [
          r.between(68, 98),
          r.between(-4, 8),
          left + 8,
          top - 2,
          left + 8,
          top - 2,
          left,
          waist,
          left,
          waist,
          ...bowl,
        ],
      ],
    ],
    [
      3.6, // like an S, its corners round, often lying flat
      () => {
        const wide = r.uniform() < 0.4 ? r.between(1.2, 2.2) : 1;
        const tip = r.uniform() < 0.2 ? [r.between(80, 100), r.between(12, 24)] : []; // begins with a curl
        return [
          [
            ...tip,
            r.between(72, 98),
            r.between(0, 16),
            r.between(46, 64),
            r.between(-2, 4),
            r.between(14, 28),
            r.between(10, 22),
            r.between(14, 30),
            r.between(34, 42),
            50,
            r.between(44, 54),
            r.between(80, 94),
            r.between(60, 70),
            r.between(68, 84),
            90,
            44,
            100,
            r.between(-2, 14),
            r.between(76, 98),
          ].map((v, i) => (i % 2 === 0 ? wide * v : v)),
        ];
      },
    ],
    [
      0.8,
      () => [
        [
          r.between(70, 96),
          r.between(-2, 8),
          left + 10,
          r.between(2, 8),
          left,
          22,
          left + 4,
          waist,
          left + 4,
          waist,
          ...bowl,
        ],
      ],
    ],
  ]);
}

export function six(r: Random): Form {
  const right = r.between(62, 88);
  const high = r.between(38, 62);
  const loop = [
    r.between(18, 30),
    94,
    46,
    100,
    right,
    r.between(78, 86),
    right - 10,
    high + 4,
    r.between(32, 46),
    high,
    r.between(8, 22),
    r.between(66, 82),
  ];
  if (r.uniform() < 0.25) loop.push(r.between(4, 20), 92); // goes on beyond where it closes
  if (r.uniform() < 0.12)
    loop.splice(loop.length - 2, 2, r.between(22, 34), high + r.between(4, 16)); // does not close
  return oneOf(r, [
    [
      4,
      () => [
        [r.between(44, 84), r.between(-2, 4), r.between(26, 42), 28, r.between(4, 14), 66, ...loop],
      ],
    ],
    [1.5, () => [[r.between(26, 50), 0, r.between(18, 34), 34, r.between(6, 14), 68, ...loop]]],
    [
      1.5,
      () => [
        [
          r.between(72, 94),
          r.between(10, 24),
          r.between(54, 66),
          r.between(-2, 3),
          r.between(22, 36),
          20,
          r.between(2, 12),
          60,
          ...loop,
        ],
      ],
    ],
    [
      0.7,
      () => [
        [r.between(2, 20), r.between(0, 6), r.between(2, 12), 40, r.between(2, 10), 70, ...loop],
      ],
    ], // like a b
  ]);
}

export function seven(r: Random): Form {
  const lines: number[][] = [];
  const y = r.between(0, 12);
  const isBarred = r.uniform() < 0.6;
  const right = isBarred ? r.between(78, 100) : r.between(88, 104); // without a bar its top is wide, or it is a 1
  const foot = r.between(16, 60);
  const start = [r.between(-2, isBarred ? 16 : 8), y];
  if (r.uniform() < 0.28)
    start.unshift(start[0] + r.between(-4, 5), y + r.between(8, 26), start[0], y, start[0], y); // a serif
  const top = [...start, r.between(34, 56), y + r.between(-8, 8)];
  const corner = r.uniform() < 0.65 ? [right, r.between(-2, 8)] : [];
  if (corner.length > 0) corner.push(...corner);
  else corner.push(right - 6, r.between(-2, 5), right, r.between(8, 18));
  const bend = r.between(-12, 10);
  lines.push([...top, ...corner, (right + foot) / 2 + bend, r.between(40, 56), foot, 100]);
  if (r.uniform() < 0.07)
    lines.push([foot - r.between(10, 34), 100, foot + r.between(10, 34), 100]);
  if (isBarred) {
    const at = r.between(38, 64);
    const middle = right + ((foot - right) * at) / 100 + 0.8 * bend;
    const tilt = r.between(-7, 5);
    lines.push([middle - r.between(12, 40), at - tilt, middle + r.between(10, 38), at + tilt]);
  }
  return lines;
}

export function eight(r: Random): Form {
  const waist = r.uniform() < 0.75 ? r.between(40, 56) : r.between(26, 44);
  const up = r.uniform() < 0.75 ? r.between(20, 38) : r.between(9, 24); // half the width above and below
  const low = r.between(24, 44);
  const around = (x: number): number => 50 + x;
  const below = (s: number): number[] => [
    around(s * low * 0.9),
    waist + 0.3 * (100 - waist),
    around(s * low * 0.8),
    90,
    50,
    100,
    around(-s * low * 0.9),
    88,
    around(-s * low * 0.9),
    waist + 0.35 * (100 - waist),
  ];
  return oneOf(r, [
    [
      5, // as an S begins, and back up; the ends meet, cross or leave a gap
      () => {
        const start = oneOf(r, [
          [3, () => [[around(up * r.between(0.5, 1)), r.between(8, 18)]]],
          [1, () => [[around(up * r.between(0.9, 1.7)), r.between(-4, 10)]]],
          [0.8, () => [[around(up * r.between(-0.3, 0.5)), r.between(-6, 6)]]],
        ])[0];
        const end = oneOf(r, [
          [3, () => [[around(up * r.between(0.6, 1)), r.between(6, 22)]]],
          [1.4, () => [[around(up * r.between(1, 2)), r.between(-22, 10)]]],
          [0.8, () => [[around(up * r.between(0.5, 0.9)), r.between(18, 30)]]],
        ])[0];
        return [
          [
            ...start,
            50 + r.between(-4, 6),
            0,
            around(-up),
            r.between(12, 20),
            around(-0.7 * up),
            0.75 * waist,
            50,
            waist,
            ...below(1),
            50,
            waist,
            around(0.7 * up),
            0.66 * waist,
            ...end,
          ],
        ];
      },
    ],
    [
      1.5,
      () => [
        [
          around(-up * r.between(0.5, 1.1)),
          r.between(-4, 14),
          around(-0.8 * up),
          0.62 * waist,
          50,
          waist,
          ...below(-1),
          50,
          waist,
          around(0.8 * up),
          0.62 * waist,
          around(up * r.between(0.5, 1.5)),
          r.between(-14, 12),
        ],
      ],
    ], // open above
    [
      2,
      () => [
        oval([50, waist / 2], [up, waist / 2], 0, r.between(0.95, 1.08)),
        oval([50, (100 + waist) / 2], [low, (100 - waist) / 2], 0, r.between(0.95, 1.08)),
      ],
    ],
    [
      1.6,
      () => [
        [
          around(-up * r.between(0.4, 1.2)),
          r.between(4, 20),
          50,
          r.between(-1, 4),
          around(up),
          r.between(12, 20),
          around(0.6 * up),
          0.76 * waist,
          50,
          waist,
          ...below(-1),
          50,
          waist,
          around(-0.7 * up),
          0.7 * waist,
          around(-up * r.between(0.6, 1)),
          r.between(6, 24),
        ],
      ],
    ],
    [
      1.2,
      () => [
        [
          50,
          waist,
          around(-0.8 * up),
          0.7 * waist,
          around(-0.8 * up),
          0.22 * waist,
          50,
          0,
          around(0.9 * up),
          0.25 * waist,
          around(0.7 * up),
          0.72 * waist,
          50,
          waist,
          ...below(-1),
          50 + r.between(-4, 4),
          waist + r.between(-4, 2),
        ],
      ],
    ],
  ]);
}

export function nine(r: Random): Form {
  const right = r.between(68, 86);
  const low = r.uniform() < 0.75 ? r.between(40, 60) : r.between(22, 44);
  const near = right - (right - 14) * r.between(0.55, 1.1); // the loop's far side
  const foot = right - r.between(-6, 30);
  const loop = [
    right - r.between(-4, 8),
    r.between(10, 26),
    (right + near) / 2,
    0,
    near,
    r.between(0.35, 0.6) * low,
    near + 0.25 * (right - near),
    low,
    right - 0.3 * (right - near),
    low - 2,
    right,
    r.between(0.4, 0.7) * low,
  ];
  const straight = [foot + 0.3 * (right - foot), 64, foot, 100];
  const curled = [
    right - r.between(-4, 4),
    62,
    right - r.between(8, 22),
    94,
    r.between(28, 48),
    r.between(97, 104),
    r.between(-10, 20),
    r.between(78, 98),
  ];
  return oneOf(r, [
    [3.5, () => [[...loop, right, r.between(4, 14), right, 8, right, 8, ...straight]]],
    [2, () => [[...loop, right, r.between(4, 14), right, 8, right, 8, ...curled]]],
    [1.6, () => [[...loop, ...straight]]],
    [1.6, () => [[...loop, ...curled]]],
    [
      1,
      () => [
        [
          r.between(right - 30, right),
          r.between(-2, 8),
          r.between(26, 40),
          4,
          r.between(4, 16),
          28,
          30,
          low,
          right - 6,
          low - 12,
          right,
          14,
          right,
          14,
          ...(r.uniform() < 0.5 ? straight : curled),
        ],
      ],
    ], // open above
    [
      1.6,
      () => [
        [
          right + r.between(-10, 16),
          r.between(4, 22),
          r.between(44, 58),
          -2,
          r.between(0, 18),
          r.between(14, 24),
          r.between(20, 36),
          r.between(32, 44),
          r.between(54, 66),
          r.between(26, 38),
          right + r.between(-8, 10),
          r.between(24, 40),
          right + r.between(-6, 10),
          66,
          r.between(50, 66),
          94,
          r.between(-10, 34),
          r.between(92, 102),
        ],
      ],
    ], // like an S, its upper half all but closed
    [
      0.8,
      () => [
        oval([45, low / 2], [right - 45, low / 2], -0.2, 0.85),
        [right, r.between(-4, 10), ...(r.uniform() < 0.5 ? straight : curled)],
      ],
    ],
  ]);
}
