/** TrainHere as a reader has it under the hands: its slots, both axes, the neurons, the shelf, and what goes wrong. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { loadResources } from '@/islands/resources.ts';
import '@/styles/site.css';
import { specimens } from '@/widgets/training/train-here/TrainHere.specimens.ts';
import TrainHere from '@/widgets/training/train-here/TrainHere.svelte';

beforeAll(async () => {
  await loadResources();
});
beforeEach(async () => {
  await page.viewport(1280, 900);
});
afterEach(() => document.body.replaceChildren());

/** Shows a specimen, named by its first words. */
async function show(name: string): Promise<HTMLElement> {
  const specimen = specimens.find((one) => one.name.startsWith(name));
  if (!specimen) throw new Error(`There is no specimen "${name}".`);
  const { container } = await render(TrainHere, { props: specimen.props });
  return container;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const sentence = (container: HTMLElement): string =>
  container.querySelector('.sentence')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
const slider = (name: string): HTMLInputElement =>
  page.getByRole('slider', { name }).element() as HTMLInputElement;

describe('the sentence', () => {
  it('is one stop of the Tab key, whose slots the arrows walk', async () => {
    const container = await show('nothing trained');
    const stops = [...container.querySelectorAll<HTMLElement>('.slot')];
    expect(stops.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1, -1, -1]);
    stops[0].focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(stops[2]);
    expect(stops.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0, -1, -1, -1, -1]);
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(document.activeElement).toBe(stops[0]);
  });

  it('opens one editor under itself, says in words what cannot be, and closes by Escape', async () => {
    const container = await show('nothing trained');
    const [sizes, epochs] = container.querySelectorAll<HTMLElement>('.slot');
    const fault = page.getByText(/^Hidden layers: whole numbers alone/);
    sizes.focus();
    await userEvent.keyboard('{Enter}');
    expect(sizes.ariaExpanded).toBe('true');
    await expect.element(page.getByLabelText('Hidden layers')).toHaveFocus();
    await userEvent.keyboard('thirty');
    await expect.element(fault).toBeVisible();
    await expect.element(button(/^Train \(/)).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(sizes);
    await expect.element(fault).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByLabelText('Hidden layers')).toHaveFocus();
    await userEvent.keyboard('16 16{Enter}');
    await expect.poll(() => sizes.ariaExpanded).toBe('false');
    expect(sizes.textContent).toContain('16-16');
    await expect.element(button(/^Train \(/)).toHaveAttribute('aria-disabled', 'false');
    epochs.click();
    await expect.element(page.getByLabelText('Epochs', { exact: true })).toHaveFocus();
    expect(container.querySelectorAll('.fields')).toHaveLength(1);
  });

  it('is taken back by Reset', async () => {
    const container = await show('nothing trained');
    await new Promise((resolve) => setTimeout(resolve, 100)); // the shelf has been read by then
    await expect.element(button('Reset')).toHaveAttribute('aria-disabled', 'true');
    const cost = page.getByRole('combobox', { name: 'Cost' });
    await cost.selectOptions('cross-entropy');
    await expect.element(button('Reset')).toHaveAttribute('aria-disabled', 'false');
    await button('Reset').click();
    await expect.element(cost).toHaveValue('quadratic');
    await expect.element(button('Reset')).toHaveAttribute('aria-disabled', 'true');
    expect(sentence(container)).toContain('95.14%');
  });
});

describe('the axes', () => {
  it('look back at any epoch: one by an arrow, five by Page Up and Down, the ends by Home and End', async () => {
    const container = await show('nothing trained');
    slider('Epoch that is looked at').focus();
    const after = async (keys: string): Promise<string> => {
      await userEvent.keyboard(keys);
      return slider('Epoch that is looked at').getAttribute('aria-valuetext') ?? '';
    };
    expect(await after('{ArrowLeft}')).toBe('epoch 29');
    expect(await after('{PageDown}')).toBe('epoch 24');
    expect(await after('{Home}')).toBe('epoch 0');
    expect(sentence(container)).toContain('before any training');
    expect(await after('{PageUp}{ArrowRight}')).toBe('epoch 6');
    expect(sentence(container)).toMatch(
      /it read 94\.\d+% of ten thousand digits .* after 6 epochs/,
    );
    expect(container.querySelector('.recall')?.textContent).toMatch(/epoch 1, then\s+6/);
    expect(await after('{End}')).toBe('epoch 30');
    expect(sentence(container)).toContain('95.14%');
  });

  it('pick one of the thirty: the next by an arrow, the nearest where one drags', async () => {
    const container = await show('nothing trained');
    const eta = slider('Learning rate whose run is looked at');
    eta.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(eta.getAttribute('aria-valuetext')).toMatch(/^eta 4\.2, 95\.49%/);
    expect(container.querySelector('.setting')?.textContent).toMatch(/=\s*4\.2/);
    await userEvent.keyboard('{End}');
    expect(sentence(container)).toContain('10.11%');
    expect(sentence(container)).toContain('stuck');
    eta.value = String(Math.log10(19));
    eta.dispatchEvent(new Event('input', { bubbles: true }));
    await expect.poll(() => eta.getAttribute('aria-valuetext')).toMatch(/^eta 20, /);
    expect(Number(eta.value)).toBeCloseTo(Math.log10(20));
  });

  it('keep the plots at one height', async () => {
    const container = await show('nothing trained');
    await expect
      .poll(() => {
        const tops = [...container.querySelectorAll('.stage .plots')].map(
          (plots) => plots.getBoundingClientRect().top,
        );
        return Math.abs(tops[0] - tops[1]);
      })
      .toBeLessThanOrEqual(1);
  });
});

describe('a run', () => {
  it('is trained by a press, rests by the same button, and blocks the other acts meanwhile', async () => {
    const container = await show('a press trains');
    await button(/^Train \(/).click();
    await expect.element(button('Pause')).toBeVisible();
    for (const name of ['One mini-batch', 'One epoch', /^Train 30/]) {
      await expect.element(button(name)).toHaveAttribute('aria-disabled', 'true');
    }
    await expect
      .poll(() => sentence(container))
      .toMatch(/^Epoch 5 of 30\. It has seen 300,000 digits/);
    slider('Epoch that is looked at').focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(sentence(container)).toMatch(/^Looking back after 3 epochs/);
    await button('Pause').click();
    await expect.element(button('Go on')).toBeVisible();
    expect(container.textContent).toContain('Thirty whole trainings, one for');
  });

  it('that gets no digits says why, and can ask again', async () => {
    const container = await show('the digits will not come');
    await button(/^Train \(/).click();
    await expect.element(button('Try again')).toBeVisible();
    expect(container.textContent).toContain('The digits did not come. The server answered 503.');
    expect(sentence(container)).toMatch(/It waits for them\.$/);
  });

  it('that cannot begin says why', async () => {
    const container = await show('every run fails');
    await button(/^Train \(/).click();
    await expect.poll(() => sentence(container)).toContain('grown beyond all numbers');
    await expect.element(button(/^Train again \(/)).toHaveAttribute('aria-disabled', 'false');
  });

  it('that was cut short is offered again', async () => {
    const container = await show('a run was cut short');
    await expect.element(button('Bring it back')).toBeVisible();
    expect(container.textContent).toContain('after 12 of 30 epochs');
  });
});

describe('the neurons', () => {
  it('are one grid, whose arrows walk and whose Enter opens', async () => {
    const container = await show('nothing trained');
    container.querySelector<HTMLElement>('.neurons [role="application"]')?.focus();
    await userEvent.keyboard('{ArrowRight}{Home}{ArrowRight}{Enter}');
    const large = page.getByRole('group', { name: /^neuron \d+, large$/ });
    await expect.element(large, { timeout: 10_000 }).toBeVisible();
    await expect.element(page.getByText(/less their start go from/)).toBeVisible();
    await button('Close').click();
    await expect.element(large).not.toBeInTheDocument();
  });
});

describe('the shelf', () => {
  it('is a group of radio buttons, and Delete throws the chosen run away, until it is taken back', async () => {
    const container = await show('a shelf of four');
    const radios = () => container.querySelectorAll<HTMLInputElement>('.shelf input');
    await expect.poll(() => radios().length).toBe(5);
    radios()[0].focus();
    await userEvent.keyboard(' ');
    expect(radios()[0].checked).toBe(true);
    await userEvent.keyboard('{ArrowDown}');
    expect(container.querySelector('.setting')?.textContent).toMatch(/=\s*0\.85/);
    await userEvent.keyboard('{Delete}');
    await expect.element(page.getByText(/^Run B is thrown away/)).toBeVisible();
    await expect.poll(() => radios().length).toBe(4);
    await button('Undo').click();
    await expect.poll(() => radios().length).toBe(5);
  });

  it('says on a phone that the thirty have fewer digits, and that nothing is kept', async () => {
    await page.viewport(360, 740);
    const container = await show('a browser that keeps nothing');
    await expect
      .poll(() => container.textContent)
      .toMatch(/each of the runs learns from 20,000 digits/);
    await expect
      .poll(() => container.textContent)
      .toContain('the shelf lasts as long as this page');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});
