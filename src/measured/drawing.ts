/**
 * Numbers of chapter 7, as `npm run lab` measured them (public/models/lab.json, shifts.json). NET is classic or recogniser, and for what
 * was tried on MNIST's digits explainer, too; STEP is box, aspect, ink, centre or grey; D is a digit. Shares are in per cent.
 *
 * lab.drawings, lab.writers            pen drawings that were read, and the people who wrote them: nothing was chosen on them
 * lab.all.NET, lab.none.NET            read with all five steps, and with none
 * lab.without.STEP.NET                 read with this step alone left out
 * lab.worth.STEP.NET                   points of accuracy lost then, with a sign: '+21.5'
 * lab.half.NET, lab.half.worth.NET     read with the centre of mass half a pixel off, at 14.0; points lost then, without a sign
 * reading.ms                           one reading, from strokes to scores; lab.json says on which processor
 * reading.multiply                     multiplications of one reading by the recogniser
 * reading.file                         the recogniser's file as it travels, in kB
 * shift.N.NET                          test digits read N pixels off, 1 to 3: the mean of up, down, left and right
 * box.NET, box.NET.D                   test digits read with their box in the middle; of one digit, without places
 * inverted.NET                         test digits read with ink and ground exchanged
 * bare.NET, bare.worth.NET             test digits read in black and white; points lost, without a sign
 * mass.farthest                        pixels that the centre of mass of a training digit is at most from the middle of pixel 14
 * longer.pixels, longer.share          the longer side of most training digits, and the share that has it
 * boxed.below.D, boxed.above.D         pixels that the middle of D's box lies below its centre of mass on average, or above it
 * held.all, held.wrong                read of the pen drawings by the recogniser as it ships, upright; and misread
 * held.worst, held.worst.digit         of the digit that it reads worst, and which that is
 * held.turned                          read when they are turned by ten degrees, the mean of both ways
 * held.flagged.wrong, .right           of its wrong answers, and of its right ones, those that it does not stand by, without places
 * pen.ms, pen.events, pen.points       the fast stroke that was recorded for the first figure
 */
import { mean } from 'd3';
import lab from '../../public/models/lab.json';
import models from '../../public/models/models.json';
import stored from '../../public/models/shifts.json';
import recorded from '@/digits/recorded-pen.json';
import { ALL_ON, SETTINGS, settingOf, STEPS } from '@/digits/steps.ts';
import { multiplyAdds } from '@/inside/lab.ts';
import { type Kind, shareOff, shareRight, type ShiftsRecord } from '@/inside/shifts.ts';
import { modelFile } from '@/islands/model-file.ts';
import { loadResources } from '@/islands/resources.ts';
import { formatNumber, percent, signed, thousands } from '@/words/numbers.ts';
import type { Measure } from './measure.ts';

const shifts: ShiftsRecord = stored;
const DIGITS = Array.from({ length: 10 }, (_, digit) => digit);
const ALL = SETTINGS.length - 1;

function labOf(name: keyof typeof lab.networks): [string, Measure][] {
  const { right, half } = lab.networks[name];
  const share = (count: number): number => count / lab.drawings;
  const lost = (count: number): number => 100 * share(right[ALL] - count);
  return [
    [`lab.all.${name}`, () => percent(share(right[ALL]))],
    [`lab.none.${name}`, () => percent(share(right[0]))],
    ...STEPS.flatMap((step): [string, Measure][] => {
      const without = right[settingOf({ ...ALL_ON, [step]: false })];
      return [
        [`lab.without.${step}.${name}`, () => percent(share(without))],
        [`lab.worth.${step}.${name}`, () => signed(lost(without), 1)],
      ];
    }),
    [`lab.half.${name}`, () => percent(share(half))],
    [`lab.half.worth.${name}`, () => formatNumber(lost(half), 1)],
  ];
}

function shiftsOf(name: 'classic' | 'explainer' | 'recogniser'): [string, Measure][] {
  const measured = shifts.networks[name];
  const { box, inverted, bare } = measured;
  const of = (right: readonly number[], kind: Kind = 'all'): number =>
    shareRight(right, shifts.tested, kind);
  const { accuracy } = models[name].mnist;
  return [
    ...[1, 2, 3].map((by): [string, Measure] => [
      `shift.${String(by)}.${name}`,
      () => percent(shareOff(measured, shifts.tested, 'all', by)),
    ]),
    [`box.${name}`, () => percent(of(box))],
    ...DIGITS.map((digit): [string, Measure] => [
      `box.${name}.${String(digit)}`,
      () => percent(of(box, digit), 0),
    ]),
    [`inverted.${name}`, () => percent(of(inverted))],
    [`bare.${name}`, () => percent(of(bare))],
    [`bare.worth.${name}`, () => formatNumber(100 * (accuracy - of(bare)), 1)],
  ];
}

const [upright, ...turned] = lab.shipped;
const worst = Math.min(...upright.perDigit);

const { places } = shifts;
const { fast } = recorded;
/** The places that were drawn through: where the pen came down, and those bundled in its moves. */
const drawn = fast.filter(({ type }) => type !== 'pointerup');

export const drawingValues: Readonly<Record<string, Measure>> = {
  'lab.drawings': () => thousands(lab.drawings),
  'lab.writers': () => thousands(lab.writers),
  ...Object.fromEntries((['classic', 'recogniser'] as const).flatMap(labOf)),
  'reading.ms': () => formatNumber((lab.reading.preprocess + lab.reading.feedforward) / 1000, 2),
  'reading.multiply': () => thousands(multiplyAdds(models.recogniser.sizes)),
  'reading.file': async () => {
    await loadResources(modelFile);
    return formatNumber(modelFile.value.bytes / 1000, 1);
  },
  ...Object.fromEntries((['classic', 'explainer', 'recogniser'] as const).flatMap(shiftsOf)),
  'held.all': () => percent(upright.accuracy),
  'held.wrong': () => percent(1 - upright.accuracy),
  'held.worst': () => percent(worst),
  'held.worst.digit': () => String(upright.perDigit.indexOf(worst)),
  'held.turned': () => percent(mean(turned, ({ accuracy }) => accuracy) ?? NaN),
  'held.flagged.wrong': () => percent(upright.flaggedWrong, 0),
  'held.flagged.right': () => percent(upright.flaggedRight, 0),
  'mass.farthest': () => formatNumber(places.farthest, 2),
  'longer.pixels': () => String(places.longer.pixels),
  'longer.share': () => percent(places.longer.count / places.digits, 2),
  ...Object.fromEntries(
    DIGITS.flatMap((digit): [string, Measure][] => {
      const below = places.boxBelowMass[digit];
      const name = `boxed.${below < 0 ? 'above' : 'below'}.${String(digit)}`;
      return [[name, () => formatNumber(Math.abs(below), 1)]];
    }),
  ),
  'pen.ms': () => formatNumber(fast[fast.length - 1].at, 0),
  'pen.events': () => String(fast.length),
  'pen.points': () => String(drawn.reduce((sum, { points }) => sum + points.length / 2, 0)),
};
