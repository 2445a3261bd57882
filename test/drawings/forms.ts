import type { Random } from '../../src/network/random.ts';
import { box, curve, inside, into, lean, line, type Line, type Strokes } from './curve.ts';

/** The plan of a letter, shape or sign: each stroke by its control points in hundredths of a box (see `curve.ts`). */
export interface Form {
  readonly name: string;
  readonly strokes: readonly ({ readonly line: Line } | { readonly curve: Line })[];
}

/** The form as one hand draws it once: each control a little off, some degrees turned, of its own size, aspect and place. */
export function drawForm(form: Form, random: Random): Strokes {
  return somewhere(
    form.strokes.map((stroke) =>
      'line' in stroke ? line(jitter(stroke.line, random)) : curve(jitter(stroke.curve, random)),
    ),
    random,
  );
}

/** The strokes turned by up to 8 degrees, a third to nine tenths of the pad in size, and put somewhere on it. */
export function somewhere(strokes: Strokes, random: Random): Strokes {
  const turned = lean(16 * random.uniform() - 8, strokes);
  const { left, top, right, bottom } = box(turned);
  const longer = Math.max(right - left, bottom - top);
  const size = 34 + 56 * random.uniform();
  const squeeze = 0.75 + 0.25 * random.uniform();
  const wide = random.uniform() < 0.5;
  const width = (size * (right - left) * (wide ? 1 : squeeze)) / longer;
  const height = (size * (bottom - top) * (wide ? squeeze : 1)) / longer;
  const x = 4 + (92 - width) * random.uniform();
  const y = 4 + (92 - height) * random.uniform();
  return into(x, y, x + width, y + height, turned).map((stroke) => stroke.map(inside));
}

/** Controls off by some 3 hundredths each; a corner's two equal points stay equal. */
function jitter(controls: Line, random: Random): Line {
  const moved: number[] = [];
  for (let i = 0; i < controls.length; i += 2) {
    const corner = i > 0 && controls[i] === controls[i - 2] && controls[i + 1] === controls[i - 1];
    if (corner) moved.push(moved[i - 2], moved[i - 1]);
    else moved.push(controls[i] + 3 * random.normal(), controls[i + 1] + 3 * random.normal());
  }
  return moved;
}
