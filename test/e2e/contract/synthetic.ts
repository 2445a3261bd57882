/**
 * Thousands of made-up events, sent from within the page: pointers that come, move, leave and are cancelled, keys, clicks, and values
 * of native controls. `send` travels as source, so that all it uses stands within it, or in `window.contract`.
 */
import type { Page } from '@playwright/test';

/** Sends so many events, in batches that leave the page time to draw. @returns words gone wrong that were seen on the way */
export async function synthetic(page: Page, seed: number, count: number): Promise<string[]> {
  return page.evaluate(send, { seed, count });
}

async function send(plan: { seed: number; count: number }): Promise<string[]> {
  const BATCH = 200;
  const random = window.contract.createPrng(plan.seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const frame = window.contract.frame();
  const bad: string[] = [];

  // A made-up pointer cannot be captured for real: the browser would throw. It is kept track of here, as browsers do.
  const captors = new Map<number, Element>();
  const down = new Set<number>();
  const keep = (owner: object, names: readonly string[]): PropertyDescriptorMap =>
    Object.fromEntries(
      names.map((name) => [name, Object.getOwnPropertyDescriptor(owner, name) ?? {}]),
    );
  const kept = keep(Element.prototype, [
    'setPointerCapture',
    'releasePointerCapture',
    'hasPointerCapture',
  ]);
  Element.prototype.setPointerCapture = function (id) {
    if (down.has(id)) captors.set(id, this);
  };
  Element.prototype.releasePointerCapture = (id) => void captors.delete(id);
  Element.prototype.hasPointerCapture = function (id) {
    return captors.get(id) === this;
  };
  // Links and downloads are followed by nobody here.
  HTMLAnchorElement.prototype.click = () => undefined;
  const stay = (event: Event): void => {
    if ((event.target as Element).closest('a[href]') !== null) event.preventDefault();
  };
  addEventListener('click', stay, true);

  const KEYS = (
    'ArrowLeft ArrowRight ArrowUp ArrowDown Home End PageUp PageDown Enter Escape Tab Backspace Delete ' +
    'e z y 0 5 9 + -'
  ).split(' ');
  const WORDS = [
    '',
    '0',
    '1',
    '-1',
    '7',
    '3.5',
    '16 16',
    '1e9',
    '999999',
    '  ',
    'é',
    'x'.repeat(50),
  ];

  const NUMBERS = ['', '0', '1', '-1', '7', '3.5', '1e9', '999999'];

  function pointer(target: Element, box: DOMRect): void {
    const pointerId = pick([1, 2, 3, 17]);
    const kind = down.has(pointerId)
      ? pick(['pointermove', 'pointermove', 'pointermove', 'pointerup', 'pointercancel'])
      : pick([
          'pointerdown',
          'pointerdown',
          'pointermove',
          'pointerenter',
          'pointerleave',
          'pointerover',
        ]);
    const spread = (): number => random() * 1.4 - 0.2;
    const rolls = {
      bubbles: !/enter|leave/.test(kind),
      cancelable: true,
      composed: true,
      clientX: box.x + spread() * box.width,
      clientY: box.y + spread() * box.height,
      pointerId,
      pointerType: pick(['mouse', 'touch', 'pen']),
      isPrimary: pointerId === 1,
      pressure: random(),
      button: kind === 'pointermove' ? -1 : 0,
      buttons: kind === 'pointerdown' || (down.has(pointerId) && kind === 'pointermove') ? 1 : 0,
    };
    if (kind === 'pointerdown') down.add(pointerId);
    const captor = captors.get(pointerId);
    const to = captor?.isConnected === true ? captor : target;
    to.dispatchEvent(new PointerEvent(kind, rolls));
    if (kind !== 'pointerup' && kind !== 'pointercancel') return;
    down.delete(pointerId);
    const held = captors.get(pointerId);
    captors.delete(pointerId);
    if (held?.isConnected) held.dispatchEvent(new PointerEvent('lostpointercapture', rolls));
  }

  function press(target: Element): void {
    if (target instanceof HTMLElement || target instanceof SVGElement) {
      if (random() < 0.2) target.focus();
    }
    const keys = {
      key: random() < 0.15 ? ' ' : pick(KEYS),
      bubbles: true,
      cancelable: true,
      composed: true,
    };
    const held = {
      ...keys,
      ctrlKey: random() < 0.1,
      shiftKey: random() < 0.15,
      repeat: random() < 0.2,
    };
    target.dispatchEvent(new KeyboardEvent('keydown', held));
    if (random() < 0.9) target.dispatchEvent(new KeyboardEvent('keyup', keys));
  }

  function set(control: Element): void {
    if (control.matches(':disabled')) return;
    if (control instanceof HTMLSelectElement) {
      control.selectedIndex = Math.floor(random() * control.options.length);
    } else if (control instanceof HTMLTextAreaElement) {
      control.value = pick(WORDS);
    } else if (control instanceof HTMLInputElement) {
      if (/^(checkbox|radio|button|submit|reset)$/.test(control.type)) {
        control.click();
        return;
      }
      if (control.type === 'file') return;
      const [min, max] = [Number(control.min || 0), Number(control.max || 100)];
      control.value =
        control.type === 'range'
          ? String(min + (max - min) * pick([0, 1, random(), random(), random()]))
          : pick(control.type === 'number' ? NUMBERS : WORDS);
    }
    control.dispatchEvent(new Event('input', { bubbles: true }));
    // Of a slider that is dragged, a browser says at the end that it was changed; of a list at once.
    if (control instanceof HTMLSelectElement || random() < 0.5) {
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  for (let sent = 0; sent < plan.count; sent += BATCH) {
    const all = [frame, ...frame.querySelectorAll('*')];
    const controls = all.filter((one) => one.matches('input, select, textarea'));
    const keyed = all.filter((one) =>
      one.matches('[tabindex], button, a[href], input, select, summary'),
    );
    const clicked = all.filter((one) =>
      one.matches('button, a[href], label, summary, [role], [tabindex]'),
    );
    // Few targets a batch, measured once: measuring after each change would cost more than all events.
    const some = (list: readonly Element[], n: number): Element[] =>
      list.length === 0 ? [frame] : Array.from({ length: n }, () => pick(list));
    const targets = [...some(all, 6), ...some(keyed, 6)];
    const boxes = targets.map((one) => one.getBoundingClientRect());
    for (let i = 0; i < Math.min(BATCH, plan.count - sent); i++) {
      const roll = random();
      if (roll < 0.55) {
        const at = Math.floor(random() * targets.length);
        pointer(targets[at], boxes[at]);
      } else if (roll < 0.75) press(some(keyed, 1)[0]);
      else if (roll < 0.9 && controls.length > 0) set(pick(controls));
      else {
        const target = some(random() < 0.7 ? clicked : all, 1)[0];
        // A file is chosen in a window of the browser's own, which opens to no made-up click.
        if (target.closest('input[type=file], label:has(input[type=file])') !== null) continue;
        if (target instanceof HTMLElement) target.click();
        else target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }
      if (random() < 0.1) await Promise.resolve(); // lets what changed be rendered
    }
    const isFrame = random() < 0.25;
    await new Promise<unknown>((resolve) => {
      if (isFrame) requestAnimationFrame(resolve);
      else setTimeout(resolve);
    });
    if (bad.length === 0 && (sent / BATCH) % 5 === 0) bad.push(...window.contract.badWords(frame));
  }

  for (const pointerId of down) {
    const to = captors.get(pointerId) ?? frame;
    to.dispatchEvent(new PointerEvent('pointercancel', { pointerId, bubbles: true }));
  }
  Object.defineProperties(Element.prototype, kept);
  Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click'); // it is HTMLElement's own
  removeEventListener('click', stay, true);
  await new Promise(requestAnimationFrame);
  return [...bad, ...window.contract.badWords(frame)];
}
