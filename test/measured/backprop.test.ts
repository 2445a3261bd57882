import { expect, it } from 'vitest';
import { cosinesAt } from '../../src/widgets/backprop/wobbly-descent/batch-angles.ts';
import { OneVote, STAGES } from '../../src/widgets/backprop/one-vote/one-vote.svelte.ts';
import { explainer, hundred, loadResources, thousand } from '../../src/islands/resources.ts';
import { stages } from '../../src/islands/stages.ts';
import { firstState } from '../../src/reader/state.ts';
import { valueOf } from '../../src/measured/values.ts';

const number = async (name: string): Promise<number> =>
  Number((await valueOf(name)).replaceAll(',', '').replace('\u2212', '-'));

it('shows factors that multiply to the errors shown, as a reader would check them', async () => {
  const wish = await number('backprop.wish');
  expect(-wish * (await number('backprop.slope'))).toBeCloseTo(await number('backprop.delta'), 3);
  expect(1 - wish).toBeCloseTo(await number('backprop.score'), 2);
  const requests = await number('backprop.requests');
  expect(-requests * (await number('backprop.hidden.slope'))).toBeCloseTo(
    await number('backprop.hidden.delta'),
    4,
  );
});

it('finds a slope of exactly 0 along all sixteen weights of each blank pixel, and along no other', async () => {
  expect(await number('backprop.flat')).toBe(16 * (await number('digit.blank')));
});

it('says of one nudge that it takes the cost down by about half', async () => {
  const [before, nudged] = [await number('backprop.cost'), await number('backprop.nudged')];
  expect(nudged / before).toBeGreaterThan(0.4);
  expect(nudged / before).toBeLessThan(0.6);
});

it('counts the steps of one vote as its figure does: after so many all hundred are called by one name, and from then on', async () => {
  await loadResources(explainer, hundred);
  const { digit } = firstState(hundred.value);
  const vote = new OneVote(hundred.value, () => ({
    trained: explainer.value,
    image: digit.pixels,
    label: digit.label,
  }));
  const steps = await number('vote.steps');
  STAGES.forEach((taken, stage) => {
    vote.stage = stage;
    expect(vote.now.counts[digit.label] === 100, String(taken)).toBe(taken >= steps);
  });
});

it('gives the cosines that the figure of four walks gives', async () => {
  await loadResources(explainer, thousand, stages);
  const [untrained, trained] = [stages.value[0], explainer.value].map((network) =>
    cosinesAt(network, thousand.value),
  );
  expect(await number('angle.1.untrained')).toBeCloseTo(untrained[0], 2);
  expect(await number('angle.10.untrained')).toBeCloseTo(untrained[1], 2);
  expect(await number('angle.1.trained')).toBeCloseTo(trained[0], 2);
  expect(await number('angle.10.trained')).toBeCloseTo(trained[1], 2);
});
