import { describe, expect, it } from 'vitest';
import recorded from '@/digits/recorded-pen.json';
import { missedBy, type PenEvent, replay } from '@/widgets/drawing/pen-to-points/pen-log.ts';
import { PenToPoints } from '@/widgets/drawing/pen-to-points/pen-to-points.svelte.ts';
import { didWords, penWords } from '@/widgets/drawing/pen-to-points/pen-words.ts';

const fast = recorded.fast as readonly PenEvent[];
const event = (type: PenEvent['type'], more: Partial<PenEvent> = {}): PenEvent => ({
  ...{ type, at: 0, id: 1, pointer: 'mouse', pressure: 0.5, points: [0.5, 0.5] },
  buttons: type === 'pointerup' || type === 'pointercancel' ? 0 : 1,
  ...more,
});

describe('what a page makes of events', () => {
  it('a stroke: it starts, goes on through all the points bundled in each event, and ends', () => {
    const events = [
      event('pointerdown', { points: [0.1, 0.1] }),
      event('pointermove', { points: [0.2, 0.1, 0.3, 0.2] }),
      event('pointerup'),
    ];
    expect(replay(events, 'points')).toEqual({
      did: ['starts', 'adds', 'ends'],
      strokes: [[0.1, 0.1, 0.2, 0.1, 0.3, 0.2]],
      given: [1, 2, 0],
    });
    expect(replay(events, 'events')).toMatchObject({
      strokes: [[0.1, 0.1, 0.3, 0.2]],
      given: [1, 1, 0],
    });
  });

  it('a second pointer is left out while one draws, and its end ends nothing', () => {
    const other = { id: 2, pointer: 'touch' };
    const { did, strokes } = replay(
      [
        event('pointerdown', { pointer: 'touch' }),
        event('pointerdown', other),
        event('pointermove', other),
        event('pointerup', other),
        event('pointermove', { pointer: 'touch' }),
      ],
      'points',
    );
    expect(did).toEqual(['starts', 'ignored', 'ignored', 'ignored', 'adds']);
    expect(strokes).toHaveLength(1);
  });

  it('a lost pointer takes its stroke back, and one that went up unseen ends it', () => {
    const lost = replay(
      [event('pointerdown'), event('pointermove'), event('pointercancel')],
      'points',
    );
    expect(lost).toMatchObject({ did: ['starts', 'adds', 'takes-back'], strokes: [] });
    const unseen = replay([event('pointerdown'), event('pointermove', { buttons: 0 })], 'points');
    expect(unseen).toMatchObject({ did: ['starts', 'ends'] });
    expect(unseen.strokes).toHaveLength(1);
    expect(replay([event('pointermove')], 'points').did).toEqual(['nothing']);
  });

  it('a pen takes over from a palm, whose dot goes; from then on fingers are refused', () => {
    const palm = { id: 1, pointer: 'touch' };
    const pen = { id: 2, pointer: 'pen' };
    const { did, strokes } = replay(
      [
        event('pointerdown', palm),
        event('pointerdown', { ...pen, points: [0.2, 0.2] }),
        event('pointermove', palm),
        event('pointerup', pen),
        event('pointermove', palm),
        event('pointerdown', { id: 3, pointer: 'touch' }),
      ],
      'points',
    );
    expect(did).toEqual(['starts', 'takes-over', 'ignored', 'ends', 'refused', 'refused']);
    expect(strokes).toEqual([[0.2, 0.2]]);
  });
});

describe('the recorded strokes', () => {
  it('are what Chromium sent: a fast stroke in few events, a finger that was taken away, a palm', () => {
    const all = replay(fast, 'points');
    const points = all.given.reduce((sum, n) => sum + n, 0);
    expect(points).toBe(all.strokes[0].length / 2);
    expect(points).toBeGreaterThan(4 * fast.length);
    expect(missedBy(fast)).toBeGreaterThan(0.03);
    const taken = replay(recorded.taken as readonly PenEvent[], 'points');
    expect(taken.did.at(-1)).toBe('takes-back');
    expect(taken.strokes).toEqual([]);
    const palm = replay(recorded.palm as readonly PenEvent[], 'points');
    expect(palm.did).toContain('takes-over');
    expect(palm.strokes).toHaveLength(1);
  });

  it('a straight line misses nothing, and nothing drawn neither', () => {
    const line = [
      event('pointerdown', { points: [0, 0] }),
      event('pointermove', { points: [0.5, 0.5, 1, 1] }),
    ];
    expect(missedBy(line)).toBeCloseTo(0, 12);
    expect(missedBy([])).toBe(0);
  });
});

describe('the figure of the pen', () => {
  const reads = {
    points: { digit: 8, score: 0.999 },
    events: { digit: 3, score: 0.62 },
  };

  it('tells what came, and by how much the events alone miss the pen', () => {
    const figure = new PenToPoints();
    const words = penWords(figure, reads);
    expect(words).toMatch(
      /^In \d+ ms came 10 events with 56 points in them: through one an event the line misses the pen by up to \d+\.\d% of the pad\./,
    );
    expect(words).toContain(
      'takes it for a 3 at 0.62 that way, for an 8 at 1.00 through all points.',
    );
    expect(penWords(figure, { ...reads, events: reads.points })).toContain(
      'an 8 at 1.00 either way.',
    );
    figure.show('taken');
    expect(penWords(figure, null)).toContain('The page takes the stroke back');
    figure.show('palm');
    expect(penWords(figure, reads)).toContain('the page took the dot back');
    figure.show('own');
    expect(penWords(figure, null)).toMatch(/^Draw a stroke/);
  });

  it('goes through the events one by one, and draws as far as it has come', () => {
    const figure = new PenToPoints();
    expect(figure.step).toBe(fast.length - 1);
    figure.step = 1;
    expect(figure.now.strokes[0].length / 2).toBe(1 + fast[1].points.length / 2);
    figure.way = 'events';
    expect(figure.now.strokes[0].length / 2).toBe(2);
    figure.step = 99;
    expect(figure.step).toBe(fast.length - 1);
  });

  it('writes down the newest stroke of the reader, and no stroke without end', () => {
    const figure = new PenToPoints();
    figure.hear(event('pointerdown'), true);
    figure.hear(event('pointermove', { at: 8 }), false);
    expect([figure.story, figure.events.length, figure.canReset]).toEqual(['own', 2, true]);
    expect(figure.pad.sketch.isBlank).toBe(true);
    for (let i = 0; i < 1000; i++) figure.hear(event('pointermove', { at: i }), false);
    expect(figure.events.length).toBe(600);
    figure.hear(event('pointerdown'), true);
    expect(figure.events.length).toBe(1);
    figure.reset();
    expect([figure.story, figure.canReset, figure.pad.sketch.isBlank]).toEqual([
      'fast',
      false,
      false,
    ]);
  });

  it('comes back by its link, without what the reader drew, and takes no nonsense from one', () => {
    const figure = new PenToPoints();
    expect(figure.toLink()).toEqual({});
    figure.show('palm');
    figure.step = 3;
    figure.way = 'events';
    figure.finger = 'scrolls';
    const again = new PenToPoints();
    again.fromLink(figure.toLink());
    expect([again.story, again.step, again.way, again.finger]).toEqual([
      'palm',
      3,
      'events',
      'scrolls',
    ]);
    again.fromLink({ stroke: 'none', through: 'air', event: '-1', finger: 'points' });
    expect([again.story, again.step, again.way, again.finger]).toEqual([
      'palm',
      3,
      'events',
      'scrolls',
    ]);
    figure.show('own');
    figure.hear(event('pointerdown'), true);
    again.fromLink(figure.toLink());
    expect([again.story, again.events]).toEqual(['own', []]);
  });

  it('has a word for all that a page does', () => {
    const all = [
      'starts',
      'takes-over',
      'adds',
      'ends',
      'takes-back',
      'refused',
      'ignored',
      'nothing',
    ] as const;
    expect(new Set(all.map((did) => didWords(did, 1))).size).toBe(all.length);
    expect(didWords('adds', 7)).toBe('draws on, 7 points');
  });
});
