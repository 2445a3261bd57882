import { beforeEach, expect, it } from 'vitest';
import { Playback } from '@/controls/playback.svelte.ts';

let score = { steps: 4, step: 0, isPlaying: false, prefersStill: false };
const player = {
  go: (step: number) => (score = { ...score, step }),
  play: (isPlaying: boolean) => (score = { ...score, isPlaying }),
};
const make = (): Playback => new Playback(() => score, player);

beforeEach(() => {
  score = { steps: 4, step: 0, isPlaying: false, prefersStill: false };
});

it('plays to the last step, stops there, and plays from the start when asked again', () => {
  const playback = make();
  playback.toggle();
  const seen: number[] = [];
  while (playback.isRunning) {
    playback.tick();
    seen.push(playback.step);
  }
  expect(seen).toEqual([1, 2, 3]);
  expect(score.isPlaying).toBe(false);
  playback.toggle();
  expect(score).toMatchObject({ step: 0, isPlaying: true });
});

it('waits while nobody can see it, and goes on afterwards', () => {
  const playback = make();
  playback.toggle();
  playback.isSeen = false;
  expect(playback.isRunning).toBe(false);
  expect(score.isPlaying).toBe(true);
  playback.isSeen = true;
  expect(playback.isRunning).toBe(true);
});

it('goes one step a press for those who prefer less motion, and never runs', () => {
  score = { ...score, prefersStill: true, isPlaying: true };
  const playback = make();
  expect(playback.isRunning).toBe(false);
  const seen = [1, 2, 3, 4, 5].map(() => {
    playback.toggle();
    return playback.step;
  });
  expect(seen).toEqual([1, 2, 3, 0, 1]);
  expect(score.isPlaying).toBe(false);
});

it.each([
  [-3, 0],
  [99, 3],
  [1.6, 2],
  [Number.NaN, 0],
])('takes step %d for %d', (step, expected) => {
  score = { ...score, step };
  const playback = make();
  expect(playback.step).toBe(expected);
  playback.goTo(step);
  expect(score.step).toBe(expected);
});

it('has nothing to play where there is one step or none', () => {
  for (const steps of [0, 1]) {
    score = { ...score, steps };
    const playback = make();
    playback.toggle();
    expect(playback.isRunning).toBe(false);
    expect(playback.step).toBe(0);
  }
});
