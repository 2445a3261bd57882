/** A lamp at 0 and at 1, as `--lamp-0` and `--lamp-1` of the style sheets have it. */
const DARK = [0x16, 0x1b, 0x1f] as const;
const LIGHT = [0xfa, 0xf8, 0xf0] as const;

/** From here on a numeral on a lamp is dark; below it is light. */
export const LAMP_TURNS_LIGHT = 0.42;

/** Steps of brightness: enough for the eye, and few enough that most lamps need no repaint from frame to frame. */
const STEPS = 48;

/** From dark to light, mixed linearly in sRGB; made once, for a network lights hundreds of lamps in each frame of a stroke. */
const SHADES = Array.from({ length: STEPS + 1 }, (_, step) => {
  const mixed = DARK.map((dark, i) =>
    Math.round(dark + (step / STEPS) * (LIGHT[i] - dark))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('')}`;
});

/** The colour of a lamp: an activation from 0 to 1 as brightness. Beyond that range it stays at the end. */
export function lamp(activation: number): string {
  return SHADES[Math.round(Math.min(1, Math.max(0, activation)) * STEPS)];
}
