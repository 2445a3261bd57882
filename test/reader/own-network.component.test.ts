/** A network of the reader's own on a page: in the figures, in the bar at the foot, and over to ours and back as other pages do it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '@/styles/site.css';
import { explainer, hundred, loadResources, thousand } from '@/islands/resources.ts';
import { stages } from '@/islands/stages.ts';
import { createNetwork, type Network } from '@/network/network.ts';
import { createRandom } from '@/network/random.ts';
import { OWN_NETWORK } from '@/reader/device.ts';
import { OWN_DAMAGED, writeOwn } from '@/reader/own-network.ts';
import { fingerprintOf } from '@/training/runs/fingerprint.ts';
import CostOfOne from '@/widgets/cost/cost-of-one/CostOfOne.svelte';
import NetworkAtWork from '@/widgets/neurons/network-at-work/NetworkAtWork.svelte';
import OutputScores from '@/widgets/neurons/output-scores/OutputScores.svelte';
import PartsOfDigits from '@/widgets/neurons/parts-of-digits/PartsOfDigits.svelte';

const kept = (network: Network): string =>
  writeOwn({ letter: 'B', network, fingerprint: fingerprintOf(network), text: null });
const same = kept(createNetwork([784, 16, 16, 10], 'normal', createRandom(8)));
const other = kept(createNetwork([784, 30, 10], 'normal', createRandom(8)));

/** What another page of the site does. */
function elsewhere(text: string | null): void {
  if (text === null) localStorage.removeItem(OWN_NETWORK);
  else localStorage.setItem(OWN_NETWORK, text);
  dispatchEvent(new StorageEvent('storage', { key: OWN_NETWORK, newValue: text }));
}

const BAR =
  '<aside data-example hidden><p data-example-words></p><button data-example-back></button></aside>';
let bar: HTMLElement;
const back = (): HTMLButtonElement => {
  const button = bar.querySelector('button');
  if (button === null) throw new Error('The bar has a button.');
  return button;
};
const words = (): string => bar.querySelector('p')?.textContent ?? '';

beforeAll(async () => {
  await loadResources(explainer, hundred, thousand, stages);
  const foot = document.createElement('div');
  foot.innerHTML = BAR;
  document.body.append(foot);
  const found = foot.querySelector<HTMLElement>('[data-example]');
  if (found === null) throw new Error('There is a bar.');
  bar = found;
  localStorage.setItem(OWN_NETWORK, same);
});

describe("a network of the reader's own", () => {
  it('is in every figure that can show it as soon as that is alive; others say that they show ours', async () => {
    const figures = await Promise.all([
      render(NetworkAtWork),
      render(OutputScores),
      render(PartsOfDigits),
      render(CostOfOne),
    ]);
    const names = (): (string | undefined)[] =>
      figures.map(({ container }) => container.querySelector('.figure-network')?.textContent);
    const said = (): string => figures.map(({ container }) => container.innerText).join('\n');
    const OURS = [
      'explainer network, 784-16-16-10',
      'explainer network',
      'explainer network',
      'explainer network, after 600 mini-batches',
    ];
    await expect
      .poll(names)
      .toEqual([
        'your network B, 784-16-16-10',
        'your network B',
        'your network B',
        'explainer network, not yours, after 600 mini-batches',
      ]);
    expect(said()).not.toMatch(/NaN|undefined|Infinity/);
    const own = said();
    await expect
      .poll(words)
      .toBe("Figures show your network B. The text speaks of the chapter's example.");
    expect([bar.hidden, back().textContent]).toEqual([false, 'Back to ours']);

    back().click();
    await expect.poll(names).toEqual(OURS);
    expect(said()).not.toBe(own);
    expect([bar.hidden, localStorage.getItem(OWN_NETWORK)]).toEqual([true, null]);

    elsewhere(same);
    await expect.poll(said).toBe(own);
    elsewhere(other);
    await expect
      .poll(names)
      .toEqual([
        'explainer network (yours has other sizes), 784-16-16-10',
        'explainer network (yours has other sizes)',
        'explainer network (yours has other sizes)',
        'explainer network, not yours, after 600 mini-batches',
      ]);
    expect(words()).toBe('Your network B has other sizes (784-30-10): here ours.');
    elsewhere('{"letter":"B"}');
    await expect.poll(names).toEqual(OURS);
    expect(words()).toBe(OWN_DAMAGED);
    elsewhere(null);
    await expect.poll(() => bar.hidden).toBe(true);
    expect(names()).toEqual(OURS);
  });
});
