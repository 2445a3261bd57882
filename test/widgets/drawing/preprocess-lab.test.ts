import { beforeAll, describe, expect, it } from 'vitest';
import { preprocess } from '@/digits/preprocess.ts';
import { SETTINGS, stagesOf, STEPS } from '@/digits/steps.ts';
import type { Drawing } from '@/digits/strokes.ts';
import { models } from '@/islands/bench.ts';
import { loadResources } from '@/islands/resources.ts';
import { readDrawing, readImage } from '@/recogniser/recognise.ts';
import { bestTwo } from '@/recogniser/verdict.ts';
import { signed } from '@/words/numbers.ts';
import { memoryDrawings } from '@/reader/drawings/memory.ts';
import { FIVE, LARGE_FOUR, SMALL_SEVEN } from '@/widgets/drawing/examples.ts';
import { countLab } from '@/widgets/drawing/preprocess-lab/count-lab.ts';
import {
  brief,
  headline,
  labWords,
  ownWords,
  STEP_WORDS,
} from '@/widgets/drawing/preprocess-lab/lab-words.ts';
import { OwnDrawings } from '@/widgets/drawing/preprocess-lab/own-drawings.svelte.ts';
import {
  type LabStart,
  PreprocessLab,
  shareRead,
  worthOf,
} from '@/widgets/drawing/preprocess-lab/preprocess-lab.svelte.ts';

beforeAll(() => loadResources(models.classic, models.recogniser));

function labOf(start: LabStart = {}, drawing: Drawing = SMALL_SEVEN): PreprocessLab {
  const { classic, recogniser } = models;
  return new PreprocessLab(
    { classic: classic.value, recogniser: recogniser.value },
    () => null,
    () => drawing,
    start,
  );
}

describe('the lab of the five steps', () => {
  it('begins with the reading that the pads of the site give', () => {
    const lab = labOf();
    expect(lab.stages.pixels).toEqual(preprocess(SMALL_SEVEN));
    expect(lab.reading.scores).toEqual(readDrawing(models.recogniser.value, SMALL_SEVEN).scores);
    expect(lab.digit).toBe(7);
    expect([lab.isAllOn, lab.canReset]).toEqual([true, false]);
    expect(headline(lab.reading.verdict)).toBe('It reads a 7.');
  });

  it('reads what a switch leaves, and says what it was before', () => {
    const lab = labOf({ network: 'classic' });
    lab.turn('centre', false);
    expect(lab.isAllOn).toBe(false);
    expect(lab.reading.verdict).toEqual({ kind: 'digit', digit: 3 });
    const words = labWords(lab, true);
    expect(words).toMatch(
      /^Off its centre of mass, this drawing scores \d\.\d\d as a 7; with all five steps on, \d\.\d\d\. A 3 now scores more, \d\.\d\d\. Of 3,134 real drawings the classic network reads \d\d\.\d% this way, and \d\d\.\d% with all five\.$/,
    );
    lab.allOn();
    expect(labWords(lab, false)).toMatch(
      /^With all five steps on, your drawing scores 1\.00 as a 7\. .* and \d\d\.\d% with none of the five\.$/,
    );
  });

  it('counts a step’s worth from the two settings that differ in it alone', () => {
    for (const step of STEPS) {
      const lab = labOf({ off: [step] });
      const lost = 100 * (shareRead('recogniser', 31) - shareRead('recogniser', lab.setting));
      expect(worthOf('recogniser', step)).toBeCloseTo(lost, 9);
      expect(lab.shares?.now).toBe(shareRead('recogniser', lab.setting));
    }
    // What the chapter tells: place and shape are worth points, thickness and greys hardly any.
    const worth = (step: (typeof STEPS)[number]): number => worthOf('classic', step);
    expect(Math.min(worth('box'), worth('aspect'), worth('centre'))).toBeGreaterThan(5);
    expect(Math.max(Math.abs(worth('ink')), worth('grey'))).toBeLessThan(2);
    expect(signed(worth('centre'), 1)).toBe('+21.5');
  });

  it('has a word for every switch and for several', () => {
    for (const step of STEPS) {
      expect(labWords(labOf({ off: [step] }), true).toLowerCase()).toContain(
        STEP_WORDS[step].without,
      );
    }
    expect(labWords(labOf({ off: ['box', 'ink'] }), true)).toMatch(
      /^Without two of the five steps,/,
    );
    expect(labWords(labOf({ off: STEPS }), true)).toMatch(/^With none of the five steps,/);
  });

  it('says so where there is nothing to read', () => {
    const lab = labOf({}, []);
    expect(headline(lab.reading.verdict)).toBe('Nothing to read yet.');
    expect(brief(lab.reading)).toBe('Nothing to read yet');
    expect(labWords(lab, false)).toMatch(/^Of 3,134 real drawings/);
  });

  it('reads with a network of the reader’s own, of which no share is known, and with ours once it is gone', () => {
    let own: typeof models.classic.value | null = models.classic.value;
    const { classic, recogniser } = models;
    const networks = { classic: classic.value, recogniser: recogniser.value };
    const lab = new PreprocessLab(
      networks,
      () => own,
      () => LARGE_FOUR,
    );
    expect(lab.names).toContain('own');
    lab.network = 'own';
    expect(lab.shares).toBeNull();
    expect(labWords(lab, false)).toContain('Your network was not tried on the pen drawings.');
    own = null;
    expect(lab.network).toBe('recogniser');
    expect(lab.names).not.toContain('own');
  });

  it('comes back by its link, takes no nonsense from one, and goes back to its start', () => {
    const lab = labOf({ off: ['grey'] });
    expect(lab.toLink()).toEqual({});
    lab.allOn();
    lab.turn('box', false);
    lab.network = 'classic';
    const again = labOf({ off: ['grey'] });
    again.fromLink(lab.toLink());
    expect([again.steps, again.network]).toEqual([lab.steps, 'classic']);
    again.fromLink({ steps: '32', net: 'explainer' });
    expect([again.steps, again.network]).toEqual([lab.steps, 'classic']);
    again.reset();
    expect(again.steps.grey).toBe(false);
    expect(again.canReset).toBe(false);
  });
});

describe('the reader’s own drawings', () => {
  /** What the reader called them: the last is no 3, and of one it was not said what it is. */
  const first = [
    { strokes: FIVE, label: 5, said: 5 },
    { strokes: LARGE_FOUR, label: null, said: 9 },
    { strokes: SMALL_SEVEN, label: 7, said: 7 },
    { strokes: LARGE_FOUR, label: 3, said: 4 },
  ];
  const networks = () => ({ classic: models.classic.value, recogniser: models.recogniser.value });

  async function kept(count = countLab) {
    const disk = memoryDrawings(first);
    const own = new OwnDrawings(disk, networks(), count);
    own.drawings.begin();
    await expect.poll(() => own.drawings.isRead).toBe(true);
    return { own, disk };
  }

  it('are measured with every setting, those of which one knows what they are', async () => {
    const { own } = await kept();
    expect(own.known.map(({ label }) => label).sort()).toEqual([3, 5, 7]);
    expect([own.measure, own.canReset]).toEqual([null, false]);
    const shares: (number | null)[] = [];
    const work = own.run();
    shares.push(own.done);
    await own.run(); // one at a time
    await work;
    expect([shares, own.done]).toEqual([[0], null]);
    const { measure } = own;
    if (measure === null) throw new Error('It was measured.');
    expect(measure.drawings).toBe(3);
    for (const name of ['classic', 'recogniser'] as const) {
      const right = SETTINGS.map(
        (steps) =>
          own.known.filter(({ strokes, label }) => {
            const { scores } = readImage(networks()[name], stagesOf(strokes, steps).pixels);
            return bestTwo(scores)[0] === label;
          }).length,
      );
      expect(measure.right[name]).toEqual(right);
    }
    own.reset();
    expect([own.measure, own.canReset, own.known.length]).toEqual([null, false, 3]);
  });

  it('are told as so many of so many, and that they are few', async () => {
    const { own } = await kept();
    await own.run();
    if (own.measure === null) throw new Error('It was measured.');
    const { right } = own.measure;
    const { recogniser, classic } = right;
    expect(ownWords(labOf(), own.measure)).toBe(
      `Of your 3 drawings the recogniser reads ${recogniser[31]} with all five steps on, the classic ${classic[31]}. They are few: each counts 33 points.`,
    );
    expect(ownWords(labOf({ off: ['box'] }), own.measure)).toContain(
      `reads ${recogniser[30]} this way and ${recogniser[31]} with all five steps; the classic ${classic[30]} and ${classic[31]}.`,
    );
    const many = { right, drawings: 100 };
    expect(ownWords(labOf(), many)).not.toContain('few');
  });

  it('are measured anew once there are others, or fewer', async () => {
    const { own } = await kept();
    await own.run();
    await own.drawings.keep({ strokes: FIVE, label: 5, said: 5 });
    expect([own.measure, own.known.length]).toEqual([null, 4]);
    await own.run();
    expect(own.measure?.drawings).toBe(4);
    await own.drawings.forgetAll();
    expect([own.measure, own.known.length]).toEqual([null, 0]);
    await own.run();
    expect(own.done).toBeNull();
  });

  it('say so where what measures does not come, and show nothing of what was reset meanwhile', async () => {
    const { own } = await kept(() => Promise.reject(new Error('offline')));
    await own.run();
    expect(own.trouble).toMatch(/did not load/);
    own.reset();
    expect(own.trouble).toBeNull();
    const late = await kept();
    const work = late.own.run();
    late.own.reset();
    await work;
    expect([late.own.measure, late.own.done]).toEqual([null, null]);
  });
});
