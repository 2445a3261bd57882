/**
 * What a reader would see as broken in a page as it lies there now, whatever the browser: a page wider than the window, text or controls
 * that lie over one another, text that is cut off or has left its ground, things outside their figure. `layoutFaults` travels as source
 * (`layoutFaults.toString()`), so that all it uses stands within it, and the file is long. It reads and scrolls, and leaves the page as
 * it was.
 */

/** A part of the screen, in CSS pixels from the top left of the window. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Faults within the first element that the selector finds, each in one line; none where all is well. */
export function layoutFaults(within = 'body'): string[] {
  /** What an eye forgives, in pixels: rounding, and the serifs that a font lets stand out of its box. */
  const SLACK = 1.5;
  /** A number centred at the end of a scale may hang out of its figure by half of itself, in pixels: the gutter is twice as wide. */
  const HANGS = 8;
  /** A colour that covers at least so much hides what is below it. */
  const OPAQUE = 0.6;
  /** Boxes up to this size, in pixels, are closed folds and words for listeners: nobody is meant to see what is in them. */
  const UNSEEN = 2;
  /** Of each kind so many are told; the rest are counted. */
  const TOLD = 12;

  interface Written {
    readonly text: Text;
    readonly parent: Element;
    /** One for each line. */
    readonly boxes: readonly Box[];
  }

  const root = document.querySelector(within) ?? document.body;
  const windowWidth = document.documentElement.clientWidth;
  const faults = new Map<string, string[]>();
  const tell = (kind: string, what: string): void => {
    const told = faults.get(kind) ?? [];
    if (!told.includes(what)) told.push(what);
    faults.set(kind, told);
  };

  /** Work that is asked for again and again, done once for each element. */
  const once = <T>(work: (element: Element) => T): ((element: Element) => T) => {
    const done = new Map<Element, T>();
    return (element) => {
      const before = done.get(element);
      const value = before === undefined ? work(element) : before;
      if (before === undefined) done.set(element, value);
      return value;
    };
  };
  const styleOf = once((element) => getComputedStyle(element));
  const boxOf = once((element): Box => element.getBoundingClientRect());

  const px = (length: number): string => `${Math.round(length * 10) / 10} px`;
  const quoted = (text: string): string => `"${text.replace(/\s+/g, ' ').trim().slice(0, 32)}"`;
  const nameOf = (element: Element): string => {
    const kinds = element.getAttribute('class')?.match(/\S+/g) ?? [];
    const own = [element.localName, ...kinds].join('.');
    const place = element.closest('[id]')?.id;
    return place ? `${own} in #${place}` : own;
  };
  const told = ({ text, parent }: Written): string => `${quoted(text.data)} (${nameOf(parent)})`;

  const alphaOf = (colour: string): number => {
    const alpha = /^rgba\(.*,\s*([\d.]+)\)$/.exec(colour) ?? /\/\s*([\d.]+)\s*\)$/.exec(colour);
    if (alpha) return Number(alpha[1]);
    return colour === 'none' || colour === 'transparent' || colour === '' ? 0 : 1;
  };

  const overlapOf = (a: Box, b: Box): Box | null => {
    const left = Math.max(a.left, b.left);
    const top = Math.max(a.top, b.top);
    const right = Math.min(a.right, b.right);
    const bottom = Math.min(a.bottom, b.bottom);
    return right > left && bottom > top ? { left, top, right, bottom } : null;
  };
  /** What two boxes share, where it is more than an eye forgives. */
  const clashOf = (a: Box, b: Box): Box | null => {
    const both = overlapOf(a, b);
    const isSeen = both && both.right - both.left > SLACK && both.bottom - both.top > SLACK;
    return isSeen ? both : null;
  };
  /** How far a box leaves another, in pixels. */
  const leaves = (inner: Box, outer: Box): number =>
    Math.max(
      outer.left - inner.left,
      outer.top - inner.top,
      inner.right - outer.right,
      inner.bottom - outer.bottom,
    );

  const isShown = once((element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
  );

  /** The ancestors that cut off what leaves them: for good, or until the reader scrolls there. Those of a closed fold hide it. */
  interface Cutters {
    readonly isUnseen: boolean;
    readonly forGood: readonly Element[];
    readonly scrolled: readonly Element[];
  }
  const cuttersOf = once((element): Cutters => {
    const parent = element === document.body ? null : element.parentElement;
    const above = parent ? cuttersOf(parent) : { isUnseen: false, forGood: [], scrolled: [] };
    const style = styleOf(element);
    const overflow = `${style.overflowX} ${style.overflowY}`;
    // What is fixed is cut by nothing above it; an inline box cuts nothing.
    let own = style.position === 'fixed' ? { ...above, forGood: [], scrolled: [] } : above;
    const scrolls = /auto|scroll/.test(overflow);
    const cuts =
      style.display !== 'inline' &&
      (/hidden|clip/.test(overflow) ||
        /paint|strict|content/.test(style.contain) ||
        !['', 'visible'].includes(style.contentVisibility));
    if (parent && (cuts || scrolls || style.clipPath !== 'none')) {
      const { left, top, right, bottom } = boxOf(element);
      const isEmpty = right - left <= UNSEEN || bottom - top <= UNSEEN;
      if (isEmpty || style.clipPath === 'inset(50%)') own = { ...own, isUnseen: true };
      else if (scrolls) own = { ...own, scrolled: [...own.scrolled, element] };
      else if (cuts) own = { ...own, forGood: [...own.forGood, element] };
    }
    return own;
  });
  /** What these ancestors leave of a box. */
  const cutBy = (box: Box, ancestors: readonly Element[]): Box | null =>
    ancestors.reduce<Box | null>((seen, it) => seen && overlapOf(seen, boxOf(it)), box);
  /** What of a box would be in sight if nothing were cut off but what the reader may scroll to. */
  const inSight = (box: Box, element: Element): Box | null =>
    cutBy(box, cuttersOf(element).scrolled);
  const inFullSight = (box: Box, element: Element): Box | null => {
    const { scrolled, forGood } = cuttersOf(element);
    return cutBy(box, [...scrolled, ...forGood]);
  };

  /** Moves while the page scrolls: lies over other things for a while, and nobody minds. */
  const drifts = once(
    (element): boolean =>
      /fixed|sticky/.test(styleOf(element).position) ||
      (element.parentElement !== null && drifts(element.parentElement)),
  );

  const pen = document.createElement('canvas').getContext('2d');
  /** The part of a line's box that its letters fill: a font's box is higher than its figures. Turned text keeps its box. */
  const inkOf = ({ text, parent }: Written, box: Box): Box => {
    const isTurned =
      parent instanceof SVGGraphicsElement && Math.abs(parent.getScreenCTM()?.b ?? 0) > 1e-6;
    if (!pen || isTurned) return box;
    const { fontStyle, fontWeight, fontSize, fontFamily, letterSpacing, whiteSpace } =
      styleOf(parent);
    pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    const size = pen.measureText(text.data.trim());
    const height = size.fontBoundingBoxAscent + size.fontBoundingBoxDescent;
    const scale = (box.bottom - box.top) / height;
    const baseline = box.top + size.fontBoundingBoxAscent * scale;
    // Where spaces are kept, the last one of a line hangs over its end; what spaces letters out does so after the last of them.
    const space = whiteSpace.startsWith('pre') ? pen.measureText(' ').width : 0;
    const hangs = space + Math.max(0, parseFloat(letterSpacing) || 0);
    return {
      left: box.left,
      right: Math.max(box.left, box.right - hangs),
      top: baseline - size.actualBoundingBoxAscent * scale,
      bottom: baseline + size.actualBoundingBoxDescent * scale,
    };
  };

  // All text that somebody can see, line by line.
  const written: Written[] = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text;
    const parent = text.parentElement;
    // Zero-width spaces are KaTeX's struts.
    if (parent === null || !/[^\s\u200b]/.test(text.data)) continue;
    if (/^(script|style|option|title|desc|template)$/.test(parent.localName)) continue;
    if (!isShown(parent) || cuttersOf(parent).isUnseen) continue;
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()].filter(
      ({ width, height }) => width > 1 && height > 1,
    );
    if (lines.length > 0) written.push({ text, parent, boxes: lines });
  }

  /** What the reader works with, and pictures. Parts of a drawing may lie over one another, for there places have a meaning. */
  const things = [
    ...root.querySelectorAll('a, button, input, select, textarea, summary, svg, canvas, img'),
  ].filter(
    (element) =>
      element.parentElement?.closest('svg') === null &&
      isShown(element) &&
      !cuttersOf(element).isUnseen,
  );

  // The page is as wide as the window.
  const tooWide = document.documentElement.scrollWidth - windowWidth;
  if (tooWide > 0) {
    const outside = [...document.body.querySelectorAll('*')].filter((element) => {
      const { forGood, scrolled, isUnseen } = cuttersOf(element);
      const isCut = isUnseen || forGood.length + scrolled.length > 0;
      return boxOf(element).right > windowWidth + 0.5 && !isCut && isShown(element);
    });
    const inner = outside.filter((element) => !outside.some((e) => e.parentElement === element));
    tell('too wide', `the page by ${px(tooWide)}: ${inner.slice(0, 4).map(nameOf).join('; ')}`);
  }

  // Nothing is cut off by what stands around it, be it by an ellipsis.
  for (const one of written) {
    for (const cutter of cuttersOf(one.parent).forGood) {
      const outer = boxOf(cutter);
      for (const box of one.boxes) {
        if (leaves(box, outer) <= SLACK) continue;
        const by = leaves(inkOf(one, box), outer);
        if (by > SLACK) tell('cut off', `${told(one)} by ${px(by)}, by ${nameOf(cutter)}`);
      }
    }
  }
  for (const thing of things) {
    for (const cutter of cuttersOf(thing).forGood) {
      if (cutter === thing) continue;
      const { left, right } = boxOf(thing);
      const outer = boxOf(cutter);
      const by = Math.max(outer.left - left, right - outer.right);
      if (by > SLACK) tell('cut off', `${nameOf(thing)} by ${px(by)}, by ${nameOf(cutter)}`);
    }
    if (thing instanceof HTMLInputElement && thing.scrollWidth > thing.clientWidth + SLACK) {
      tell('cut off', `what is in ${nameOf(thing)}: ${quoted(thing.value)}`);
    }
  }

  // Text stays on the ground that was laid for it. What is placed by itself (absolute) may stand outside on purpose.
  const groundOf = once((element): Element | null => {
    const style = styleOf(element);
    const edges = ['top', 'left', 'right', 'bottom'].map(
      (side) => parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0,
    );
    // A line under a letter belongs to it; one under a block parts it from the next.
    const isGround =
      !(element instanceof SVGElement) &&
      (alphaOf(style.backgroundColor) > 0 ||
        style.backgroundImage !== 'none' ||
        edges.every(Boolean) ||
        (edges[3] && style.display.startsWith('inline')));
    if (isGround) return element;
    if (/absolute|fixed/.test(style.position) || element.parentElement === null) return null;
    return groundOf(element.parentElement);
  });
  for (const one of written) {
    const ground = groundOf(one.parent);
    // The ground of the page itself is without end; the window is told of above.
    const isPage = ground === document.body || ground === document.documentElement;
    const all = ground === null || isPage ? [] : [...ground.getClientRects()];
    for (const box of one.boxes) {
      const seen = inSight(box, one.parent);
      if (seen === null) continue;
      if (seen.left < -SLACK || seen.right > windowWidth + SLACK) {
        tell('outside the window', `${told(one)}, from ${px(seen.left)} to ${px(seen.right)}`);
      }
      if (ground === null || all.length === 0) continue;
      if (all.some((outer) => leaves(seen, outer) <= SLACK)) continue;
      const ink = inSight(inkOf(one, box), one.parent);
      if (ink === null) continue;
      const by = Math.min(...all.map((outer) => leaves(ink, outer)));
      if (by > SLACK) tell('off its ground', `${told(one)} by ${px(by)}, of ${nameOf(ground)}`);
    }
  }

  // What belongs to a figure stands within it.
  for (const figure of [root, ...root.querySelectorAll('figure[data-figure]')]) {
    if (figure === document.body) continue;
    const outer = boxOf(figure);
    for (const one of written) {
      if (!figure.contains(one.parent)) continue;
      for (const box of one.boxes) {
        const room = { ...outer, left: outer.left - HANGS, right: outer.right + HANGS };
        const seen = inSight(box, one.parent);
        if (!seen || leaves(seen, room) <= SLACK) continue;
        const by = leaves(inkOf(one, box), room);
        if (by > SLACK) tell('outside its figure', `${told(one)} by ${px(by)}`);
      }
    }
    for (const thing of things) {
      if (!figure.contains(thing)) continue;
      const seen = inSight(boxOf(thing), thing);
      const by = seen === null ? 0 : leaves(seen, outer);
      if (by > SLACK) tell('outside its figure', `${nameOf(thing)} by ${px(by)}`);
    }
  }

  // No text lies over other text, and no control over a control. A formula is set by KaTeX, letter beside letter.
  interface Placed {
    readonly box: Box;
    readonly element: Element;
    readonly written: Written | null;
  }
  /** A slider is as high as a thumb needs; what is seen of it is a disc on a line. */
  const partsOf = (element: Element): Box => {
    const { left, top, right, bottom } = boxOf(element);
    if (!element.matches('input[type=range]')) return boxOf(element);
    const [middle, half] = [(top + bottom) / 2, Math.min(12, (bottom - top) / 2)];
    return { left, right, top: middle - half, bottom: middle + half };
  };
  /** Calls with every two that share some of their heights, the upper one first. */
  const eachTwo = (all: readonly Placed[], visit: (a: Placed, b: Placed) => void): void => {
    let near: Placed[] = [];
    for (const one of [...all].sort((a, b) => a.box.top - b.box.top)) {
      near = near.filter(({ box }) => box.bottom > one.box.top);
      for (const other of near) visit(other, one);
      near.push(one);
    }
  };
  const placed: Placed[] = [];
  for (const one of written) {
    for (const line of one.boxes) {
      const box = inFullSight(line, one.parent);
      if (box) placed.push({ box, element: one.parent, written: one });
    }
  }
  for (const element of things) {
    if (/^(svg|canvas|img)$/.test(element.localName)) continue;
    // A link that runs over several lines is as good as its text.
    if (styleOf(element).display === 'inline') continue;
    const box = inFullSight(partsOf(element), element);
    if (box) placed.push({ box, element, written: null });
  }
  eachTwo(placed, (other, one) => {
    if (one.written === other.written && one.written !== null) return;
    if (one.written === null || other.written === null) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) return;
    }
    if (drifts(one.element) !== drifts(other.element) || !clashOf(one.box, other.box)) return;
    const formula = one.element.closest('.katex');
    if (formula !== null && formula === other.element.closest('.katex')) return;
    const [a, b] = [other, one].map((it) => (it.written ? inkOf(it.written, it.box) : it.box));
    const both = clashOf(a, b);
    const say = (it: Placed): string => (it.written ? told(it.written) : nameOf(it.element));
    if (both) {
      const size = `${px(both.right - both.left)} by ${px(both.bottom - both.top)}`;
      tell('overlap', `${say(other)} and ${say(one)}, ${size}`);
    }
  });

  // No text lies below something that hides it: what a finger would meet there is looked at, with nothing let through.

  /** Hides what is below it: by its ground, or as a picture. A line is thinner than a letter. */
  const covers = (element: Element): boolean => {
    const style = styleOf(element);
    let solid = 1;
    if (element instanceof SVGGeometryElement) {
      if (element.localName === 'line') return false;
      solid = alphaOf(style.fill) * Number(style.fillOpacity);
    } else if (!/^(canvas|img|image)$/.test(element.localName)) {
      solid = alphaOf(style.backgroundColor);
    }
    for (let at: Element | null = element; at && solid >= OPAQUE; at = at.parentElement) {
      solid *= Number(styleOf(at).opacity);
    }
    return solid >= OPAQUE;
  };
  /** Whether a canvas has paint on it at this place of the window. */
  const isInked = (element: Element, x: number, y: number): boolean => {
    if (!(element instanceof HTMLCanvasElement)) return true;
    const { left, top, width, height } = element.getBoundingClientRect();
    const spot = new OffscreenCanvas(1, 1).getContext('2d');
    const column = Math.floor(((x - left) / width) * element.width);
    const row = Math.floor(((y - top) / height) * element.height);
    spot?.drawImage(element, column, row, 1, 1, 0, 0, 1, 1);
    return (spot?.getImageData(0, 0, 1, 1).data[3] ?? 0) >= 255 * OPAQUE;
  };
  const isShape = (element: Element): boolean =>
    element instanceof SVGGeometryElement ||
    element instanceof SVGImageElement ||
    !(element instanceof SVGElement);
  const painters: Placed[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (!isShape(element) || !covers(element) || drifts(element) || !isShown(element)) continue;
    const box = inFullSight(boxOf(element), element);
    if (box && !cuttersOf(element).isUnseen) painters.push({ box, element, written: null });
  }
  /** Drawn out of the order of the document: by a place of its own, or as one layer. */
  const isLifted = (element: Element, upTo: Element): boolean => {
    for (let at: Element | null = element; at && !at.contains(upTo); at = at.parentElement) {
      const { position, transform, opacity, zIndex } = styleOf(at);
      const isPlain = position === 'static' && transform === 'none' && zIndex === 'auto';
      if (!isPlain || opacity !== '1') return true;
    }
    return false;
  };
  const suspects: { readonly one: Written; readonly x: number; readonly y: number }[] = [];
  eachTwo([...placed, ...painters], (a, b) => {
    const [one, painter] = a.written ? [a, b] : [b, a];
    if (one.written === null || painter.written !== null || drifts(one.element)) return;
    if (painter.element.contains(one.element) || one.element.contains(painter.element)) return;
    if (!clashOf(one.box, painter.box)) return;
    // What comes first in the document is painted first, and in a drawing always so.
    const isEarlier =
      painter.element.compareDocumentPosition(one.element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const isDrawing =
      painter.element instanceof SVGElement &&
      painter.element.ownerSVGElement === one.element.closest('svg');
    if (isEarlier && (isDrawing || !isLifted(painter.element, one.element))) return;
    const ink = clashOf(inkOf(one.written, one.box), painter.box);
    if (!ink) return;
    const [x, y] = [(ink.left + ink.right) / 2, (ink.top + ink.bottom) / 2];
    suspects.push({ one: one.written, x, y });
  });
  const [startX, startY] = [scrollX, scrollY];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { pointer-events: auto !important }');
  if (suspects.length > 0) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  for (const { one, x, y } of suspects.sort((a, b) => a.y - b.y)) {
    if (startY + y < scrollY || startY + y >= scrollY + innerHeight) {
      scrollTo({ left: startX, top: startY + y - 20, behavior: 'instant' });
    }
    const at = [x + startX - scrollX, y + startY - scrollY] as const;
    for (const met of document.elementsFromPoint(...at)) {
      if (met.contains(one.parent) || one.parent.contains(met)) break;
      if (!drifts(met) && isShape(met) && covers(met) && isInked(met, ...at)) {
        tell('hidden', `${told(one)} below ${nameOf(met)}`);
        break;
      }
    }
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet);
  scrollTo({ left: startX, top: startY, behavior: 'instant' });

  return [...faults].flatMap(([kind, all]) => [
    ...all.slice(0, TOLD).map((what) => `${kind}: ${what}`),
    ...(all.length > TOLD ? [`${kind}: ${all.length - TOLD} more`] : []),
  ]);
}
