import { beforeAll, describe, expect, it } from 'vitest';
import { SliceClient } from '@/islands/slice-client.ts';
import type { WorkerLike } from '@/training/worker-link.ts';
import { measureSlice } from '@/descent/measure.ts';
import type { SliceOrder, SliceReport } from '@/descent/messages.ts';
import { explainer, explainerB, loadResources, thousand } from '@/islands/resources.ts';
import {
  crowdWords,
  sentence,
  stepWords,
  three,
} from '@/widgets/descent/gradient-ball/ball-words.ts';
import { GradientBall } from '@/widgets/descent/gradient-ball/gradient-ball.svelte.ts';
import { LANDSCAPES, landscapes } from '@/widgets/descent/gradient-ball/landscapes.ts';
import { sliceOrder, slicePlaces } from '@/widgets/descent/gradient-ball/slice-source.ts';

/** Every number that the figure may show. */
function numbersOf(ball: GradientBall): number[] {
  const { path, eta, etas, next, limit, steepest, crowd } = ball;
  const stands = [...path, ...(next ? [next] : []), ...crowd.flatMap((walker) => walker.path)];
  return [
    ...stands.flatMap(({ x, y, value, dx, dy }) => [x, y, value, dx, dy]),
    eta,
    ...etas,
    limit ?? 0,
    steepest,
  ];
}

describe('the ball on a surface', () => {
  it('steps against the gradient from the chapter’s own example, and back the way it came', () => {
    const ball = new GradientBall();
    const start = ball.ball;
    expect([start?.value, ball.next?.value.toFixed(12)]).toEqual([2.5, '1.600000000000']);
    expect(ball.step()).toBe(true);
    expect(ball.ball?.x).toBeCloseTo(1.6, 12);
    expect(ball.ball?.y).toBeCloseTo(0.8, 12);
    ball.back();
    expect(ball.ball).toEqual(start);
    ball.back();
    expect(ball.steps).toBe(0);
  });

  it('knows 2 / curvature at the bottom of the valley that it starts in', () => {
    expect(new GradientBall({ landscape: 'bowl' }).limit).toBeCloseTo(2, 9);
    expect(new GradientBall({ landscape: 'ravine' }).limit).toBeCloseTo(0.5, 9);
    expect(new GradientBall({ landscape: 'saddle' }).limit).toBeCloseTo(1, 9);
    const valleys = new GradientBall({ landscape: 'valleys' });
    expect(valleys.valleys.length).toBe(5);
    valleys.place({ x: -1.6, y: -1.1 });
    const deep = valleys.limit;
    valleys.place({ x: 2.1, y: 1 });
    expect(valleys.limit).not.toBeCloseTo(deep ?? 0, 3);
  });

  it.each([
    [0.95, 'rests'],
    [1.05, 'gone'],
  ] as const)('at %s of that limit it comes to this end: %s', (part, end) => {
    const ball = new GradientBall({ landscape: 'bowl' });
    ball.eta = part * 2;
    for (let n = 0; n < 200 && ball.step(); n++);
    // At 1.05 of the limit each step is a tenth longer: 200 of them go far enough.
    expect(ball.end).toBe(end);
    expect(sentence(ball)).toContain(end === 'gone' ? 'run away' : 'lies still');
  });

  it('says of a pass that it is no bottom', () => {
    const ball = new GradientBall({ landscape: 'saddle', x: 0, y: 2 });
    for (let n = 0; n < 200 && ball.step(); n++);
    expect(ball.ball?.x).toBe(0);
    expect(sentence(ball)).toContain('a pass and no bottom');
  });

  it('lets a crowd find the valleys', () => {
    const ball = new GradientBall({ landscape: 'valleys', crowd: true });
    expect(ball.crowd).toHaveLength(49);
    const ends = new Set(ball.crowd.map((walker) => walker.ends));
    expect(ends.size).toBeGreaterThanOrEqual(4);
    expect(crowdWords(ball)).toMatch(/^Of 49 more balls with this η, \d+ in A, /);
    ball.step();
    expect(ball.crowd.every(({ path }) => path.length === 2)).toBe(true);
  });

  it.each(LANDSCAPES)('shows only numbers on the %s, whatever eta is', (landscape) => {
    for (const eta of landscapes[landscape].etas) {
      const ball = new GradientBall({ landscape, eta, steps: 200, crowd: true });
      expect(numbersOf(ball).every(Number.isFinite)).toBe(true);
      expect(sentence(ball)).not.toMatch(/NaN|Infinity|undefined|–/);
    }
  });
});

it('says that every step was longer only where it was', () => {
  const ran = new GradientBall({ landscape: 'bowl', eta: 3, steps: 200 });
  expect([ran.end, sentence(ran)]).toEqual([
    'gone',
    expect.stringContaining('every step was longer'),
  ]);
  const slow = new GradientBall({ landscape: 'bowl', eta: 0.5, steps: 2 });
  slow.eta = 9;
  while (slow.step());
  expect([slow.end, sentence(slow)]).toEqual(['gone', expect.not.stringContaining('every step')]);
});

it('prints a step that follows from what is printed', () => {
  for (const place of [2, -1.2345, 57.777]) {
    for (const slope of [1, -0.0338, 2.2249]) {
      for (const eta of [0.2, 0.473, 60, 1234]) {
        const [left, right] = stepWords(place, slope, eta, 2).replace(/−/g, '-').split(' = ');
        const [, from, by] = /^(\S+) - \S+ × \(([^)]+)\)$/.exec(left) ?? [];
        expect(Math.abs(Number(from) - eta * Number(by) - Number(right))).toBeLessThan(
          0.005 + 1e-9,
        );
      }
    }
  }
});

describe('its link', () => {
  it('brings back landscape, place, eta and steps, with changes of eta on the way', () => {
    const ball = new GradientBall();
    ball.key = 'ravine';
    ball.place({ x: 1, y: -0.5 });
    ball.step();
    ball.step();
    ball.eta = 0.1;
    ball.step();
    ball.hasCrowd = true;
    ball.turn = -20;
    const params = ball.toLink();
    expect(params).toEqual({
      on: 'ravine',
      at: '1,-0.5',
      eta: '0.1',
      steps: '2@0.4,1@0.1',
      crowd: '1',
      turn: '-20',
    });
    const other = new GradientBall();
    other.fromLink(params);
    expect(other.path).toEqual(ball.path);
    expect(other.toLink()).toEqual(params);
  });

  it('outlives nonsense', () => {
    for (const nonsense of [
      { on: 'moon', at: '1', eta: 'NaN', steps: '5@x' },
      { on: 'constructor', at: 'a,b', eta: '-1', steps: '999@1e99' },
      { on: 'digits', at: '1e400,0', eta: '1e400', steps: '9@0' },
      { at: '3,4,5', eta: '', steps: ',,' },
    ]) {
      const ball = new GradientBall();
      ball.fromLink(nonsense);
      expect(numbersOf(ball).every(Number.isFinite)).toBe(true);
    }
  });

  it('is empty as it begins, and again after Reset', () => {
    const ball = new GradientBall();
    expect(ball.toLink()).toEqual({});
    expect(ball.canReset).toBe(false);
    ball.key = 'saddle';
    ball.step();
    expect(ball.canReset).toBe(true);
    ball.reset();
    expect(ball.toLink()).toEqual({});
    expect(ball.canReset).toBe(false);
  });
});

/** A worker that does its work at once, or breaks after so many reports. */
class FakeWorker implements WorkerLike {
  readonly #listeners = new Map<string, ((event: never) => void)[]>();
  readonly #most: number;
  isOver = false;

  constructor(most = Infinity) {
    this.#most = most;
  }
  addEventListener(type: string, listener: unknown): void {
    const all = this.#listeners.get(type) ?? [];
    this.#listeners.set(type, [...all, listener as (event: never) => void]);
  }
  postMessage(order: unknown): void {
    let said = 0;
    let clock = 0;
    const post = (report: SliceReport): void => {
      if (said++ < this.#most) this.#say('message', { data: report });
    };
    measureSlice(order as SliceOrder, () => (clock += 5), post);
    if (said > this.#most) this.#say('error', { preventDefault: () => undefined });
  }
  terminate(): void {
    this.isOver = true;
  }
  #say(type: string, event: object): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event as never);
  }
}

describe('the slice of the digit cost', () => {
  const ball = new GradientBall({ landscape: 'digits' });
  const workers: FakeWorker[] = [];
  let client: SliceClient;

  beforeAll(async () => {
    await loadResources(explainer, explainerB, thousand);
    const { networks, pixels, labels, box } = sliceOrder(landscapes.digits.box);
    expect(labels).toHaveLength(500);
    client = new SliceClient(
      { networks, pixels: pixels.subarray(0, 20 * 784), labels: labels.subarray(0, 20), box },
      {
        createWorker: () => {
          const worker = new FakeWorker(workers.length === 0 ? 30 : Infinity);
          workers.push(worker);
          return worker;
        },
        everySecond: () => () => undefined,
        changed: () => ball.hear(client),
      },
    );
  });

  it('is not there at first, and says so', () => {
    expect(ball.ball).toBeNull();
    expect(sentence(ball)).toContain('on its way');
    expect(ball.step()).toBe(false);
  });

  it('says plainly that its worker was lost, and goes on where it stopped', () => {
    client.start();
    expect(ball.trouble).toContain('its worker broke down');
    expect(workers[0].isOver).toBe(true);
    const { measured } = ball;
    expect(measured).toBeGreaterThan(36);
    expect(measured).toBeLessThan(1681);
    expect(ball.map).not.toBeNull();
    client.start();
    expect(workers).toHaveLength(2);
    expect(ball.trouble).toBeNull();
    expect(ball.measured).toBe(1681);
    expect(ball.isWhole).toBe(true);
    expect(workers[1].isOver).toBe(true);
  });

  it('has the ball roll down the network’s own cost', () => {
    const from = ball.ball?.value ?? 0;
    for (let n = 0; n < 5; n++) ball.step();
    expect(ball.steps).toBe(5);
    expect(ball.ball?.value).toBeLessThan(from);
    const { x = 0, y = 0, value } = ball.ball ?? {};
    expect(client.slice?.at(x, y).value).toBe(value);
    // The map between the measured points is as good as the slice itself.
    expect(ball.map?.at(x, y).value).toBeCloseTo(value ?? 0, 2);
  });

  it('has all three networks on its map, and a limit of eta', () => {
    expect(slicePlaces().map(({ name }) => name)).toEqual(['trained A', 'trained B', 'untrained']);
    const { x, y } = landscapes.digits.box;
    for (const place of slicePlaces()) {
      expect(place.x).toBeGreaterThan(x[0]);
      expect(place.x).toBeLessThan(x[1]);
      expect(place.y).toBeGreaterThan(y[0]);
      expect(place.y).toBeLessThan(y[1]);
    }
    expect(ball.valleys.length).toBeGreaterThanOrEqual(2);
    expect(ball.limit).toBeGreaterThan(100);
  });
});

it('writes numbers to three digits, small ones with more places, large ones with a power', () => {
  expect([0.1094, 2.3412, 1234.5, -0.00067, 12345678].map((value) => three(value))).toEqual([
    '0.109',
    '2.34',
    '1,235',
    '−0.0007',
    '1.2 × 10^7',
  ]);
});
