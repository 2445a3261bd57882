import { describe, expect, it } from 'vitest';
import { OUTPUT_RADIUS, type Place, planBlocks } from '@/plot/network/block-plan.ts';

const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);

describe.each([[[30]], [[16, 16]], [[100]], [[200, 64]], [[1]]])(
  'hidden layers of %j',
  (hidden) => {
    const { width, height, lamps, radii } = planBlocks([784, ...hidden, 10]);
    const blocks = lamps.slice(1, -1).map((block, l) => ({ lamps: block, radius: radii[l + 1] }));
    const outputs = lamps[lamps.length - 1];

    it('have a lamp for each neuron, on the picture and clear of each other', () => {
      expect(blocks.map(({ lamps }) => lamps.length)).toEqual(hidden);
      for (const { lamps, radius } of blocks) {
        for (const [i, lamp] of lamps.entries()) {
          expect(lamp.y - radius).toBeGreaterThanOrEqual(0);
          expect(lamp.y + radius).toBeLessThanOrEqual(height);
          for (const other of lamps.slice(0, i))
            expect(distance(lamp, other)).toBeGreaterThan(2 * radius);
        }
      }
    });

    it('stand before the outputs, which share the height evenly', () => {
      const right = Math.max(...blocks.flatMap(({ lamps }) => lamps.map(({ x }) => x)));
      for (const [j, { x, y }] of outputs.entries()) {
        expect(x - OUTPUT_RADIUS).toBeGreaterThan(right);
        expect(x + OUTPUT_RADIUS).toBeLessThan(width);
        expect(y).toBeCloseTo(((j + 0.5) * height) / 10, 9);
      }
    });
  },
);
