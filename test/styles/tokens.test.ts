import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(path.join(import.meta.dirname, '../../src/styles/tokens.css'), 'utf8');

/** Both values of a token; a plain one counts for both themes. */
function token(name: string): { light: string; dark: string } {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1] ?? '';
  const [light, dark] = value.match(/#[0-9a-f]{6}/g) ?? [];
  if (light === undefined)
    throw new Error(`tokens.css has no colour --${name}; it says "${value}"`);
  return { light, dark: dark ?? light };
}

/** Relative luminance of a colour such as #1b2026, 0 to 1, by WCAG 2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const QUANTITIES = ['w-positive', 'w-negative', 'b', 'z', 'delta', 'cost'];

describe('colours keep their contrast', () => {
  test('black on white, the yardstick, is 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 9);
  });

  test.each([
    ...['paper', 'sheet'].flatMap((ground) => [
      { colour: 'ink', ground, least: 7 },
      { colour: 'ink2', ground, least: 4.5 },
    ]),
    { colour: 'edge', ground: 'paper', least: 3 },
    { colour: 'plate-ink', ground: 'plate', least: 7 },
    { colour: 'plate2', ground: 'plate', least: 7 },
    { colour: 'lamp-rim', ground: 'plate', least: 4.5 },
    { colour: 'mark-ink', ground: 'mark', least: 7 },
    ...QUANTITIES.map((colour) => ({ colour, ground: 'paper', least: 4.5 })),
  ])('$colour on $ground is at least $least in both themes', ({ colour, ground, least }) => {
    const [ink, under] = [token(colour), token(ground)];
    expect(contrast(ink.light, under.light)).toBeGreaterThanOrEqual(least);
    expect(contrast(ink.dark, under.dark)).toBeGreaterThanOrEqual(least);
  });

  test.each(QUANTITIES)('%s, in its dark value, is at least 6.5 on the plate', (colour) => {
    expect(contrast(token(colour).dark, token('plate').dark)).toBeGreaterThanOrEqual(6.5);
  });
});

test('the paper that public/theme.js paints the browser with is the paper of the tokens', () => {
  const script = readFileSync(path.join(import.meta.dirname, '../../public/theme.js'), 'utf8');
  const { light, dark } = token('paper');
  expect(script).toContain(`{ light: '${light}', dark: '${dark}' }`);
});
