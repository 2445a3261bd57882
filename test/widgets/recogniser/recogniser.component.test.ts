import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '@/styles/site.css';
import { createNetwork } from '@/network/network.ts';
import { createRandom, type Random } from '@/network/random.ts';
import Recogniser from '@/widgets/recogniser/recogniser/Recogniser.svelte';
import { specimens as large } from '@/widgets/recogniser/recogniser/Recogniser.specimens.ts';
import SmallRecogniser from '@/widgets/recogniser/small-recogniser/SmallRecogniser.svelte';
import { specimens as small } from '@/widgets/recogniser/small-recogniser/SmallRecogniser.specimens.ts';
import type { Sources } from '@/widgets/recogniser/recogniser.svelte.ts';
import type { Start } from '@/widgets/recogniser/start.ts';
import { factsOf } from '@/widgets/recogniser/view.ts';
import { quietTools } from './quiet-tools.ts';

const network = createNetwork([784, 24, 10], 'scaled', createRandom(5));
const model = factsOf(network, 'stand-in', '/nowhere');
const digit = {
  index: 7,
  label: 3,
  pixels: Float64Array.from({ length: 784 }, (_, i) => Number(i % 5 === 0)),
};
const sources: Sources = {
  network: () => Promise.resolve(network),
  digits: () => Promise.resolve([digit]),
};

const frame = (): Promise<number> => new Promise(requestAnimationFrame);
const settle = async (): Promise<void> => {
  await frame();
  await frame();
};

interface Bench {
  readonly container: Element;
  readonly pad: HTMLElement;
  ink(): number;
  /** Sends a pointer event at a place on the pad, in pad units. */
  point(type: string, x: number, y: number, init?: PointerEventInit): void;
  key(key: string, init?: KeyboardEventInit): void;
}

/** A pad, or what stands in its place for a picture. */
const PAD = '[role=application], [role=group][aria-label="A picture"]';

async function open(props: Partial<Start> = {}, widget = Recogniser): Promise<Bench> {
  const { container } = await render(widget, { model, sources, ...props });
  const first = container.querySelector<HTMLElement>(PAD);
  if (first === null) throw new Error('There is no pad, and no place for a picture.');
  await settle();
  /** The one of the mode that is chosen. */
  const padNow = (): HTMLElement => container.querySelector(PAD) ?? first;
  return {
    container,
    get pad() {
      return padNow();
    },
    ink: () => padNow().querySelectorAll('path.ink').length,
    point(type, x, y, init = {}) {
      const { left, top, width, height } = padNow().getBoundingClientRect();
      padNow().dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 1,
          pointerType: 'mouse',
          buttons: type === 'pointerup' ? 0 : 1,
          clientX: left + x * width,
          clientY: top + y * height,
          ...init,
        }),
      );
    },
    key(key, init) {
      padNow().dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
      );
    },
  };
}

/** Errors that nobody caught, and what was written to the console as one. */
const faults: string[] = [];
const note = (event: ErrorEvent | PromiseRejectionEvent): void => {
  faults.push(String(event instanceof ErrorEvent ? event.message : event.reason));
};

beforeEach(() => {
  faults.length = 0;
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
  vi.spyOn(console, 'error').mockImplementation((...words) => faults.push(words.join(' ')));
});

afterEach(() => {
  removeEventListener('error', note);
  removeEventListener('unhandledrejection', note);
  vi.restoreAllMocks();
  expect(faults).toEqual([]);
});

/** Text, attributes and names that no reader should ever see. */
function nonsense(container: Element): string[] {
  const found: string[] = [];
  const suspect = /\bNaN\b|\bundefined\b|\[object |\bInfinity\b/;
  for (const element of container.querySelectorAll('*')) {
    for (const { name, value } of element.attributes)
      if (suspect.test(value)) found.push(`${element.tagName} ${name}=${value}`);
  }
  if (suspect.test(container.textContent)) found.push(container.textContent);
  return found;
}

describe('the ink', () => {
  it('is there before the frame is painted, and the scores right after it', async () => {
    const bench = await open();
    const scores = (): string => bench.container.querySelector('.scores')?.textContent ?? '';
    bench.point('pointerdown', 0.5, 0.2);
    await Promise.resolve();
    expect(bench.ink()).toBe(1);
    const before = scores();
    bench.point('pointermove', 0.5, 0.8);
    await Promise.resolve();
    expect(bench.pad.querySelector('path.ink')?.getAttribute('d')).toContain('800');
    await frame(); // asked for after the reading was: the reading waits until this is painted
    expect(scores()).toBe(before);
    await new Promise((go) => setTimeout(go)); // set after the reading was: it comes after it
    await Promise.resolve();
    expect(scores()).not.toBe(before);
  });

  it('is read while more of it comes with every frame', async () => {
    const bench = await open();
    const scores = (): string => bench.container.querySelector('.scores')?.textContent ?? '';
    bench.point('pointerdown', 0.5, 0.2);
    const seen = new Set<string>();
    for (let i = 1; i <= 12; i++) {
      bench.point('pointermove', 0.2 + i / 20, 0.2 + (i % 3) / 4);
      await frame();
      seen.add(scores());
    }
    expect(seen.size).toBeGreaterThan(3);
  });

  it('is under the pen though the page scrolls beneath it', async () => {
    const bench = await open();
    const below = document.body.appendChild(document.createElement('div'));
    below.style.blockSize = '3000px';
    bench.point('pointerdown', 0.5, 0.2);
    bench.point('pointermove', 0.5, 0.4);
    scrollBy({ top: 40, behavior: 'instant' });
    await settle();
    bench.point('pointermove', 0.5, 0.8);
    await settle();
    expect(bench.pad.querySelector('path.ink')?.getAttribute('d')).toContain('800');
    bench.point('pointerup', 0.5, 0.8);
    below.remove();
  });

  it('stays when the pointer goes up, is captured away or lets go unseen, and goes when it is cancelled', async () => {
    const bench = await open();
    for (const end of ['pointerup', 'lostpointercapture', 'pointermove', 'pointercancel']) {
      const before = bench.ink();
      bench.point('pointerdown', 0.3, 0.3);
      bench.point('pointermove', 0.6, 0.6);
      bench.point(end, 0.6, 0.6, { buttons: 0 });
      bench.point('pointermove', 0.9, 0.9);
      await settle();
      expect([end, bench.ink() - before]).toEqual([end, end === 'pointercancel' ? 0 : 1]);
    }
  });

  it('is taken by the eraser end of a stylus, whatever the tool', async () => {
    const bench = await open();
    bench.point('pointerdown', 0.2, 0.5);
    bench.point('pointermove', 0.8, 0.5);
    bench.point('pointerup', 0.8, 0.5);
    const stylus = { pointerId: 2, pointerType: 'pen', buttons: 32 };
    bench.point('pointerdown', 0.5, 0.2, stylus);
    bench.point('pointermove', 0.5, 0.8, stylus);
    await settle();
    expect(bench.pad.querySelector('circle.ring')).not.toBeNull();
    bench.point('pointerup', 0.5, 0.8, { ...stylus, buttons: 0 });
    await settle();
    expect(bench.ink()).toBe(2);
  });

  it('leaves the right button and a second finger out', async () => {
    const bench = await open();
    bench.point('pointerdown', 0.2, 0.2, { buttons: 2 });
    await settle();
    expect(bench.ink()).toBe(0);
    const first = { pointerId: 5, pointerType: 'touch' };
    bench.point('pointerdown', 0.2, 0.2, first);
    bench.point('pointerdown', 0.8, 0.8, { pointerId: 6, pointerType: 'touch' });
    bench.point('pointermove', 0.8, 0.2, { pointerId: 6, pointerType: 'touch' });
    bench.point('pointermove', 0.2, 0.7, first);
    await settle();
    expect(bench.ink()).toBe(1);
  });
});

describe('what a listener hears', () => {
  it('is where the cursor rests, not each step of its way', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const bench = await open();
    const place = bench.container.querySelector('[aria-live=polite]');
    const heard: string[] = [];
    new MutationObserver(() => heard.push(place?.textContent ?? '')).observe(place ?? bench.pad, {
      characterData: true,
      subtree: true,
      childList: true,
    });
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', ' ']) {
      bench.key(key);
      await frame();
      vi.advanceTimersByTime(100);
    }
    vi.advanceTimersByTime(1000);
    await settle();
    vi.useRealTimers();
    expect(heard).toEqual(['Pen down, row 14, column 13.']);
  });

  it('is the answer once the pen is up', async () => {
    const bench = await open();
    const status = bench.container.querySelector('[role=status]');
    expect(status?.textContent).toBe('');
    bench.point('pointerdown', 0.5, 0.2);
    bench.point('pointermove', 0.5, 0.8);
    await settle();
    expect(status?.textContent).toBe('');
    bench.point('pointerup', 0.5, 0.8);
    await settle();
    expect(status?.textContent).toMatch(/reads|Not sure|does not look/);
  });
});

const specimens = [
  ...large.map((specimen) => ({ ...specimen, widget: Recogniser })),
  ...small.map(({ name, props }) => ({ name: `small, ${name}`, props, widget: SmallRecogniser })),
];

describe.each(specimens)('the specimen $name', ({ props, widget }) => {
  const all = { sources, ...props, model, ...('tools' in props ? { tools: quietTools() } : {}) };

  it('is drawn without a fault', async () => {
    const bench = await open(all, widget);
    expect(nonsense(bench.container)).toEqual([]);
    const entry = bench.container.querySelector<HTMLElement>(
      '[role=application], input[type=file]',
    );
    expect(entry?.tabIndex).toBe(0);
  });

  it(
    'stands 10,000 events of several pointers and keys at random',
    { timeout: 120_000 },
    async () => {
      const bench = await open(all, widget);
      const random = createRandom(20);
      for (let i = 0; i < 10_000; i++) {
        stir(bench, random);
        if (i % 20 === 0) await Promise.resolve();
        if (i % 100 === 0) await frame();
        if (i % 500 === 0) expect(nonsense(bench.container)).toEqual([]);
      }
      bench.container.querySelector<HTMLElement>('#mode-one')?.click();
      await settle();
      bench.point('pointercancel', 0, 0);
      bench.key('Escape');
      bench.key('Delete');
      await settle();
      expect(bench.ink()).toBe(0);
      expect(nonsense(bench.container)).toEqual([]);
    },
  );
});

const TYPES = [
  'pointerdown',
  'pointermove',
  'pointermove',
  'pointermove',
  'pointerup',
  'pointercancel',
  'lostpointercapture',
];
const KEYS = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  ' ',
  'Enter',
  'e',
  'Escape',
  'Backspace',
  'Delete',
  'Home',
  'z',
  'y',
  'Tab',
];

function stir(bench: Bench, random: Random): void {
  const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)];
  const what = random.integer(10);
  if (what === 0) {
    const buttons = bench.container.querySelectorAll<HTMLElement>(
      // Files are for other tests.
      'button:not(.foot *, .acts *), input:not([type=range], [type=file])',
    );
    buttons[random.integer(buttons.length)].click();
  } else if (what < 4) {
    bench.key(pick(KEYS), { ctrlKey: random.integer(4) === 0, shiftKey: random.integer(3) === 0 });
  } else {
    bench.point(pick(TYPES), 1.4 * random.uniform() - 0.2, 1.4 * random.uniform() - 0.2, {
      pointerId: random.integer(3),
      pointerType: pick(['mouse', 'touch', 'touch', 'pen']),
      buttons: pick([0, 1, 1, 1, 2, 32]),
    });
  }
}
