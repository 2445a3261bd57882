/**
 * What the contract brings into a page: reading the widget's state as one string, and the words in it that no reader should see.
 * `install` travels as source, so that all it uses stands within it.
 */

/** The tools, as `window.contract`. */
export interface InPage {
  /** The frame around the widget. */
  readonly frame: (from?: ParentNode) => HTMLElement;
  /**
   * All that the widget shows, as lines: elements, attributes, text, values of fields, pixels of canvases.
   * @param without a selector of what is left out
   */
  readonly state: (root: Element, without?: string) => string;
  /** Words that come of a number or a thing gone wrong, with where they stand. */
  readonly badWords: (root: Element) => string[];
  /** What a reader can operate by itself, in the order of the page: fields and buttons, but not Reset. */
  readonly controls: () => Element[];
  /** The controls as they were when they were listed last. */
  listed: Element[];
  /** A short name for an element in a message. */
  readonly nameOf: (element: Element) => string;
  /** Numbers from 0 to 1 that a seed decides (mulberry32). */
  readonly createPrng: (seed: number) => () => number;
  /** What went against the content security policy. */
  readonly violations: string[];
  /** Whether the browser took a pointer away since this was last false. */
  isCancelled: boolean;
}

declare global {
  interface Window {
    contract: InPage;
  }
}

export function install(): void {
  if (Object.hasOwn(window, 'contract')) return;
  const violations: string[] = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });

  /** Set by script, by browsers and by frameworks, and nothing that a reader meets. */
  const unseen = /^(data-mounts|value|checked|selected|open|data-astro-.*)$/;
  const bad = /\bNaN\b|\bundefined\b|\bnull\b|\[object /;
  const spoken = /^(aria-.*|title|alt|placeholder|label|value|min|max|href|src|style)$/;

  const state = (root: Element, without?: string): string => {
    // Ids are made anew at each mount: they are told by their order, wherever they are named.
    const ids = new Map<string, string>();
    for (const element of root.querySelectorAll('[id], [name]')) {
      for (const attribute of ['id', 'name']) {
        const id = element.getAttribute(attribute);
        if (id && !ids.has(id)) ids.set(id, `#${ids.size}`);
      }
    }
    const renamed = (value: string): string =>
      ids.size === 0
        ? value
        : value.replace(/[^\s#()"',]+/g, (word) => ids.get(word) ?? word).replace(/\s+/g, ' ');
    const lines: string[] = [];
    const read = (element: Element): void => {
      if (without !== undefined && element.matches(without)) return;
      const attributes = [...element.attributes]
        .filter(({ name, value }) => !unseen.test(name) && !(name === 'class' && value === ''))
        .map(({ name, value }) => `${name}=${renamed(value.trim())}`)
        .sort();
      const own: string[] = [];
      if (element.localName === 'input') {
        const { type, value, checked } = element as HTMLInputElement;
        own.push(/checkbox|radio/.test(type) ? `checked:${checked}` : `value:${value}`);
      } else if (/^(select|textarea)$/.test(element.localName)) {
        own.push(`value:${(element as HTMLSelectElement).value}`);
      } else if (element.localName === 'canvas') {
        own.push(`pixels:${(element as HTMLCanvasElement).toDataURL()}`);
      }
      lines.push(`<${element.localName} ${[...attributes, ...own].join(' ')}`.trim());
      let text = '';
      const flush = (): void => {
        const said = text.replace(/\s+/g, ' ').trim();
        if (said !== '') lines.push(said);
        text = '';
      };
      for (const node of element.childNodes) {
        if (node.nodeType === 3) text += node.nodeValue ?? '';
        else if (node.nodeType === 1) {
          flush();
          read(node as Element);
        }
      }
      flush();
      lines.push('>');
    };
    for (const child of root.children) read(child);
    return lines.join('\n');
  };

  const nameOf = (element: Element): string => {
    const words = element.getAttribute('aria-label') ?? element.textContent.trim();
    const kind = element.id ? `#${element.id}` : (element.getAttribute('class') ?? '');
    return `<${element.localName} ${kind}> "${words.replace(/\s+/g, ' ').slice(0, 40)}"`;
  };

  const badWords = (root: Element): string[] => {
    const found: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      if (node.nodeType === 3) {
        const text = node.nodeValue ?? '';
        if (bad.test(text)) found.push(`text: ${text.trim().slice(0, 80)}`);
        continue;
      }
      const element = node as Element;
      const isDrawn = element instanceof SVGElement;
      for (const { name, value } of element.attributes) {
        if (
          (isDrawn || spoken.test(name)) &&
          (bad.test(value) || (isDrawn && /Infinity/.test(value)))
        )
          found.push(`${name}="${value.slice(0, 80)}" of ${nameOf(element)}`);
      }
      const { value } = element as HTMLInputElement;
      if (typeof value === 'string' && bad.test(value))
        found.push(`value ${value} of ${nameOf(element)}`);
    }
    return found;
  };

  const controls = (): Element[] =>
    [...document.querySelectorAll('[data-specimen] :is(button, input, select)')].filter(
      (one) => one.checkVisibility() && one.textContent.trim() !== 'Reset',
    );

  const createPrng = (seed: number): (() => number) => {
    let a = seed >>> 0;
    return () => {
      a = (a + 0x6d2b79f5) >>> 0;
      let t = Math.imul(a ^ (a >>> 15), 1 | a);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  };

  window.contract = {
    frame(from = document) {
      const frame = from.querySelector<HTMLElement>('[data-specimen]');
      if (frame === null) throw new Error('There is no specimen on the page.');
      return frame;
    },
    state,
    badWords,
    controls,
    nameOf,
    createPrng,
    violations,
    listed: [],
    isCancelled: false,
  };
}
