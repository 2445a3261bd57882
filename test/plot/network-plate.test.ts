import { expect, it } from 'vitest';
import { PlateState } from '@/plot/network/network-plate.svelte.ts';
import type { NeuronPlace } from '@/plot/network/neuron.ts';

const sizes = [784, 16, 16, 10];
let selected: NeuronPlace | null = null;
const make = (first: NeuronPlace | null): PlateState => {
  selected = first;
  return new PlateState(
    () => sizes,
    () => selected,
  );
};

it('starts at what is selected, else at the last hidden layer', () => {
  expect(make(null)).toMatchObject({ cursor: { layer: 2, index: 0 }, open: 2, shown: null });
  const place = { layer: 1, index: 3 };
  expect(make(place)).toMatchObject({ cursor: place, open: 1, shown: place });
  expect(make({ layer: 3, index: 9 }).open).toBe(2);
});

it('opens the layer that the keyboard goes to, until something else is selected', () => {
  const state = make({ layer: 2, index: 0 });
  state.goTo({ layer: 1, index: 5 });
  expect(state).toMatchObject({ cursor: { layer: 1, index: 5 }, open: 1 });
  selected = { layer: 2, index: 7 };
  expect(state).toMatchObject({ cursor: selected, open: 2 });
});

it('shows what is pointed at before what is selected, and forgets both pointer and keyboard on reset', () => {
  const state = make({ layer: 2, index: 0 });
  state.goTo({ layer: 1, index: 5 });
  state.pointed = { layer: 3, index: 4 };
  expect(state.shown).toEqual({ layer: 3, index: 4 });
  state.reset();
  expect(state).toMatchObject({ shown: selected, cursor: selected, open: 2 });
});

it('takes nothing for selected that the network has not', () => {
  expect(make({ layer: 2, index: 16 }).selected).toBeNull();
  expect(make({ layer: 0, index: 3 }).selected).toBeNull();
});
