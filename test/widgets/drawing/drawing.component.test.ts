import { beforeAll, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import recorded from '@/digits/recorded-pen.json';
import { ALL_ON, settingOf } from '@/digits/steps.ts';
import { models } from '@/islands/bench.ts';
import { modelFile } from '@/islands/model-file.ts';
import { loadResources } from '@/islands/resources.ts';
import { memoryDrawings } from '@/reader/drawings/memory.ts';
import { percent } from '@/words/numbers.ts';
import { FIVE, SMALL_SEVEN } from '@/widgets/drawing/examples.ts';
import { shareRead } from '@/widgets/drawing/preprocess-lab/preprocess-lab.svelte.ts';
import MoveTheSeven from '@/widgets/drawing/move-the-seven/MoveTheSeven.svelte';
import PenToPoints from '@/widgets/drawing/pen-to-points/PenToPoints.svelte';
import PreprocessLab from '@/widgets/drawing/preprocess-lab/PreprocessLab.svelte';
import StrokesToPixels from '@/widgets/drawing/strokes-to-pixels/StrokesToPixels.svelte';
import WhereItRuns from '@/widgets/drawing/where-it-runs/WhereItRuns.svelte';

beforeAll(async () => {
  await loadResources();
  await loadResources(models.classic, models.recogniser, modelFile);
});

const sentenceOf = (container: Element): string =>
  container.querySelector('p.sentence:not(.verdict)')?.textContent.trim() ?? '';

/** What a pointer does at a place of an element, 0 to 1 across and down. */
function point(
  on: Element,
  type: string,
  [x, y]: readonly [number, number],
  more: PointerEventInit = {},
): void {
  const { left, top, width, height } = on.getBoundingClientRect();
  const place = { clientX: left + x * width, clientY: top + y * height };
  const init = { pointerId: 7, pointerType: 'pen', buttons: 1, bubbles: true, ...place, ...more };
  on.dispatchEvent(new PointerEvent(type, init));
}

it('the lab: a switch turned off by keyboard changes picture, sentence and dots at once', async () => {
  const screen = await render(PreprocessLab, {});
  const centre = screen.getByRole('switch', { name: 'Centre of mass' });
  await expect.element(centre).toBeChecked();
  expect(sentenceOf(screen.container)).toMatch(/^With all five steps on/);
  (centre.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.element(centre).not.toBeChecked();
  expect(sentenceOf(screen.container)).toMatch(/^Off its centre of mass/);
  const now = percent(shareRead('recogniser', settingOf({ ...ALL_ON, centre: false })));
  expect(screen.container.textContent).toContain(`now ${now}`);
  await screen.getByRole('button', { name: 'All five on' }).click();
  await expect.element(centre).toBeChecked();
});

it('the lab: what is drawn on its pad goes the way, and stays when the pad is closed', async () => {
  const screen = await render(PreprocessLab, {});
  await screen.getByRole('button', { name: 'Draw a digit' }).click();
  await expect.element(screen.getByText('Nothing to read yet.').first()).toBeVisible();
  const pad = screen.container.querySelector('[aria-roledescription="drawing pad"]');
  if (!pad) throw new Error('There is no pad.');
  point(pad, 'pointerdown', [0.5, 0.2]);
  for (let y = 0.25; y <= 0.8; y += 0.05) point(pad, 'pointermove', [0.5, y]);
  point(pad, 'pointerup', [0.5, 0.8], { buttons: 0 });
  await expect.element(screen.getByText('It reads a 1.').first()).toBeVisible();
  await screen.getByRole('button', { name: 'Done drawing' }).click();
  expect(screen.container.querySelector('[aria-roledescription="drawing pad"]')).toBeNull();
  expect(sentenceOf(screen.container)).toMatch(/your drawing scores \d\.\d\d as a 1/);
});

it('the lab: measures the drawings that the reader kept, and says of how many it speaks', async () => {
  const kept = memoryDrawings([
    { strokes: FIVE, label: 5, said: 5 },
    { strokes: SMALL_SEVEN, label: 7, said: 7 },
  ]);
  const screen = await render(PreprocessLab, { kept });
  await screen.getByRole('button', { name: 'Measure on my 2 drawings' }).click();
  await expect
    .element(screen.getByText(/^Of your 2 drawings the recogniser reads 2 with all five/).first())
    .toBeVisible();
  const dots = screen.getByRole('img', { name: /yours 2 of 2/ });
  await expect.element(dots).toBeVisible();
  expect(screen.container.querySelectorAll('.settings path.now')).toHaveLength(2);
  await screen.getByRole('switch', { name: 'Box' }).click();
  await expect
    .element(screen.getByText(/^Of your 2 drawings the recogniser reads \d this way/).first())
    .toBeVisible();
  await screen.getByRole('button', { name: 'Reset' }).click();
  await expect
    .element(screen.getByRole('button', { name: 'Measure on my 2 drawings' }))
    .toBeVisible();
  expect(screen.container.querySelector('.settings path.now')).toBeNull();
});

it('the lab: says where own drawings come from while there are none', async () => {
  const screen = await render(PreprocessLab, { kept: memoryDrawings() });
  await expect.element(screen.getByRole('link', { name: 'the recogniser’s page' })).toBeVisible();
  expect(screen.getByRole('button', { name: /^Measure/ }).query()).toBeNull();
});

it('strokes to pixels: steps by its buttons, opens the pixel that the keys come to', async () => {
  const screen = await render(StrokesToPixels, { start: { step: 0 } });
  expect(screen.container.querySelector('[aria-roledescription="grid of cells"]')).toBeNull();
  for (let i = 0; i < 3; i++) await screen.getByRole('button', { name: 'On', exact: true }).click();
  expect(sentenceOf(screen.container)).toMatch(/^Each of 784 pixels/);
  const grid = screen.getByRole('application', { name: 'The picture, pixel by pixel' });
  (grid.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.container.textContent).toContain('row 15, column 21');
  await screen.getByRole('button', { name: 'Reset' }).click();
  expect(sentenceOf(screen.container)).toMatch(/^\d strokes? of \d+ points in all/);
});

it('the 7: arrow keys move it pixel by pixel, and the axis is the same shift', async () => {
  const screen = await render(MoveTheSeven, {});
  const handle = screen.container.querySelector<SVGElement>('.handle');
  handle?.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(sentenceOf(screen.container)).toMatch(/^By MNIST’s own rule/);
  const axis = screen.getByRole('slider', { name: 'How far down the digit is moved' });
  await expect.element(axis).toHaveValue('0');
  (axis.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(sentenceOf(screen.container)).toContain('Moved 1 down,');
  await screen.getByRole('radio', { name: 'Its box in the middle' }).click();
  expect(sentenceOf(screen.container)).toMatch(/^With its box in the middle/);
});

it('the 7: it follows the pointer that drags its centre of mass', async () => {
  const screen = await render(MoveTheSeven, {});
  const handle = screen.container.querySelector<SVGElement>('.handle');
  const map = handle?.ownerSVGElement;
  if (!handle || !map) throw new Error('There is no handle.');
  const { width } = map.getBoundingClientRect();
  const { left, top } = handle.getBoundingClientRect();
  handle.setPointerCapture = () => undefined;
  const go = (type: string, pixels: number): void => {
    const place = { clientX: left + 5, clientY: top + 5 + (pixels * width) / 28 };
    handle.dispatchEvent(
      new PointerEvent(type, { pointerId: 3, buttons: 1, bubbles: true, ...place }),
    );
  };
  go('pointerdown', 0);
  go('pointermove', 3);
  await expect.element(screen.getByRole('radio', { name: 'Its centre of mass' })).toBeChecked();
  go('pointerup', 3);
});

it('the pen: writes down what comes on the pad, and makes of it what the pad does', async () => {
  const screen = await render(PenToPoints, {});
  expect(sentenceOf(screen.container)).toContain(`${String(recorded.fast.length)} events`);
  const pad = screen.container.querySelector('[aria-roledescription="drawing pad"]');
  if (!pad) throw new Error('There is no pad.');
  point(pad, 'pointerdown', [0.3, 0.3]);
  for (const x of [0.4, 0.5, 0.6]) point(pad, 'pointermove', [x, 0.3]);
  point(pad, 'pointerdown', [0.9, 0.9], { pointerId: 8, pointerType: 'touch' });
  point(pad, 'pointerup', [0.6, 0.3], { buttons: 0 });
  await expect.element(screen.getByRole('combobox', { name: 'The stroke' })).toHaveValue('own');
  expect(sentenceOf(screen.container)).toMatch(/^In \d+ ms came 6 events with 4 points in them/);
  expect(screen.container.textContent).toContain('left out: a pen draws');
  const ink = [...screen.container.querySelectorAll('.pad .ink')];
  expect(ink).toHaveLength(1);
  expect(screen.container.querySelectorAll('.place circle')).toHaveLength(4);
});

it('the pen: leaves the pad’s fingers to the browser where it is asked to', async () => {
  const screen = await render(PenToPoints, {});
  const pad = screen.container.querySelector('[aria-roledescription="drawing pad"]');
  if (!pad) throw new Error('There is no pad.');
  expect(['none', 'manipulation']).toContain(getComputedStyle(pad).touchAction);
  await screen
    .getByRole('combobox', { name: 'What your finger does on the pad' })
    .selectOptions('scrolls');
  expect(getComputedStyle(pad).touchAction).toBe('auto');
});

it('where it runs: says what the file weighs, and from how many readings on a server carries more', async () => {
  const screen = await render(WhereItRuns, {});
  expect(screen.container.textContent).toContain(`${(modelFile.value.bytes / 1000).toFixed(1)} kB`);
  expect(sentenceOf(screen.container)).toMatch(/^After \d+ readings/);
});
