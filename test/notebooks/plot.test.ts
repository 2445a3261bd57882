import { describe, expect, it } from 'vitest';
import { letters } from '../../notebooks/lettering.ts';
import { confusions, curves, DISPLAY, type Shown, table, tiles } from '../../notebooks/plot.ts';

/** What Jupyter would show. */
const forms = (shown: Shown): Readonly<Record<string, string>> => shown[DISPLAY]();
const svgOf = (shown: Shown): string => forms(shown)['image/svg+xml'];

const blank = new Uint8Array(784);

describe('letters', () => {
  it('stand on their foot, as high as asked, left, right or around a place', () => {
    expect(letters('0', 10, 20, 14)).toContain('translate(10 6) scale(2)');
    expect(letters('0', 10, 20, 14, 'end')).toContain('translate(2 6) scale(2)');
    expect(letters('0', 10, 20, 14, 'middle')).toContain('translate(6 6) scale(2)');
  });

  it('refuse a sign that they have no line for', () => {
    expect(() => letters('a ß', 0, 0, 7)).toThrow("No letter for 'ß' in 'a ß'.");
  });
});

describe('tiles', () => {
  it('draw each run of grey as one line, and paper not at all', () => {
    const pixels = blank.slice();
    pixels.set([255, 255, 17], 28 + 5);
    const svg = svgOf(tiles([{ pixels }], 255, 'a dash'));
    expect(svg.match(/<path/g)).toHaveLength(2);
    expect(svg).toContain('<path stroke="#fff" d="M5 1.5h2"/>');
    expect(svg).toContain('<path stroke="#111" d="M7 1.5h1"/>');
  });

  it('do not let a run go on in the next row', () => {
    const pixels = blank.slice().fill(255, 27, 29);
    expect(svgOf(tiles([{ pixels }], 255, 'a corner'))).toContain('d="M27 0.5h1M0 1.5h1"');
  });

  it('say in words what they show, safely', () => {
    const { 'text/plain': plain, 'image/svg+xml': svg } = forms(tiles([], 1, 'a < b & c'));
    expect(plain).toBe('a < b & c');
    expect(svg).toContain('<title>a &lt; b &amp; c</title>');
  });
});

describe('curves', () => {
  it('run from the first mark to the last of each axis, y upwards', () => {
    const axis = { name: 'x', marks: [0, 1, 2] };
    const points = [[0, 0], [2, 2]] as const; // prettier-ignore
    const svg = svgOf(curves(axis, axis, [{ name: 'up', colour: '#000', points }], 'a line up'));
    expect(svg).toContain('d="M64 248L492 36"');
  });

  it('have names that do not run into each other', () => {
    const axis = { name: 'x', marks: [0, 1] };
    const at = (height: number) => ({ name: 'up', colour: '#000', points: [[0, 0], [1, height]] as const }); // prettier-ignore
    /** How far down the names stand, beside the ends of the curves. */
    const names = (...heights: number[]): number[] =>
      [
        ...svgOf(curves(axis, axis, heights.map(at), 'lines')).matchAll(/translate\(500 ([\d.]+)/g),
      ].map(([, down]) => Number(down));
    const [alone] = names(0.5);
    expect(names(0.5, 0.9)[0]).toBe(alone);
    const [lower, higher] = names(0.5, 0.51);
    expect(lower - higher).toBeCloseTo(14, 6);
  });
});

describe('confusions', () => {
  it('shade the mistakes, the most frequent the darkest, and nothing else', () => {
    const counts = new Uint32Array(100);
    counts[0] = 900;
    counts[1] = 4;
    counts[2] = 2;
    const svg = svgOf(confusions(counts, 'a matrix'));
    expect([...svg.matchAll(/fill-opacity="([^"]+)"/g)].map(([, v]) => v)).toEqual([
      '0.75',
      '0.38',
    ]);
  });

  it('have no NaN where nothing is wrong', () => {
    expect(svgOf(confusions(new Uint32Array(100), 'nothing'))).not.toContain('NaN');
  });
});

describe('table', () => {
  it('is HTML, and plain text for those without', () => {
    expect(forms(table(['a', '<b>'], [[1, '&']]))).toEqual({
      'text/html':
        '<table><thead><tr><th>a</th><th>&lt;b&gt;</th></tr></thead><tbody><tr><td>1</td><td>&amp;</td></tr></tbody></table>',
      'text/plain': 'a\t<b>\n1\t&',
    });
  });
});
