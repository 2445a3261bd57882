/**
 * Records what a page gets of a pen, for figure PenToPoints: node test/tools/record-pen.ts > src/digits/recorded-pen.json
 *
 * Strokes of ours go through Chromium's own input, point by point on a clock, as a pen or a finger would send them; a page writes down each
 * pointer event as it comes, with the points that came bundled in it. Nothing is made up but the strokes. Places are in parts of the pad's
 * side, times in milliseconds from the first event.
 */
import { type CDPSession, chromium } from 'playwright';
import { provideBrowser } from './browsers.ts';

const PAD = { left: 20, top: 160, side: 320 };
/** Milliseconds of work in each frame, where the page is a busy one. */
const WORK = 32;

const PAGE = (
  action: string,
  isBusy: boolean,
): string => `<!doctype html><meta name=viewport content="width=device-width">
<body style="margin:0;height:4000px"><div id=pad style="position:absolute;left:${PAD.left}px;top:${PAD.top}px;width:${PAD.side}px;height:${PAD.side}px;background:#0d1114;touch-action:${action}"></div>
<script>
const log = [], round = (v, n) => Number(v.toFixed(n));
const pad = document.getElementById('pad');
for (const type of ['pointerdown','pointermove','pointerup','pointercancel']) pad.addEventListener(type, (e) => {
  if (type === 'pointerdown') pad.setPointerCapture(e.pointerId);
  const box = pad.getBoundingClientRect();
  const at = (p) => [round((p.clientX - box.left) / ${PAD.side}, 4), round((p.clientY - box.top) / ${PAD.side}, 4)];
  const many = e.getCoalescedEvents();
  log.push({ type, at: round(e.timeStamp, 1), id: e.pointerId, pointer: e.pointerType, buttons: e.buttons, pressure: round(e.pressure, 2),
    points: (type === 'pointermove' && many.length > 0 ? many : [e]).flatMap(at) });
});
const work = () => {
  const end = performance.now() + ${WORK};
  while (performance.now() < end);
  requestAnimationFrame(work);
};
if (${isBusy}) work();
</script>`;

/** A place on the pad, 0 to 1. */
type Spot = readonly [x: number, y: number];

const curve = (count: number, at: (t: number) => Spot): Spot[] =>
  Array.from({ length: count }, (_, i) => at(i / (count - 1)));

/** An 8 in one go, begun at the upper right and a little slanted. */
const EIGHT = curve(56, (t) => {
  const turn = 0.55 + (2 * Math.PI - 0.35) * t;
  return [
    0.5 + 0.17 * Math.sin(2 * turn) + 0.05 * Math.cos(turn),
    0.5 - 0.34 * Math.cos(turn) - 0.015 * Math.sin(turn),
  ];
});
/** A 1 that leans: a finger's way down the screen. */
const ONE = curve(60, (t) => [0.56 - 0.08 * t + 0.01 * Math.sin(3 * t), 0.18 + 0.64 * t]);
/** A 7: across, and down with a bend. */
const SEVEN = [
  ...curve(16, (t) => [0.3 + 0.36 * t, 0.24 - 0.02 * Math.sin(3 * t)] as const),
  ...curve(28, (t) => [0.66 - 0.2 * t - 0.05 * Math.sin(3.1 * t), 0.24 + 0.52 * t] as const),
];
const PALM: Spot = [0.82, 0.88];

const place = ([x, y]: Spot): { x: number; y: number } => ({
  x: PAD.left + PAD.side * x,
  y: PAD.top + PAD.side * y,
});

/** Sends a pen along its way, so many points a second; harder in the middle than at the ends. */
async function pen(cdp: CDPSession, way: readonly Spot[], rate: number): Promise<void> {
  const sent: Promise<unknown>[] = [];
  const send = (
    type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
    spot: Spot,
    force: number,
  ): void => {
    const held = type === 'mouseReleased' ? 0 : 1;
    sent.push(
      cdp.send('Input.dispatchMouseEvent', {
        ...{ type, ...place(spot), button: 'left', buttons: held, clickCount: 1 },
        ...{ pointerType: 'pen', force },
      }),
    );
  };
  const start = performance.now();
  for (const [i, spot] of way.entries()) {
    while (performance.now() - start < (1000 * i) / rate)
      await new Promise((go) => setTimeout(go, 0));
    const force = 0.25 + 0.45 * Math.sin((Math.PI * i) / (way.length - 1));
    send(i === 0 ? 'mousePressed' : 'mouseMoved', spot, force);
  }
  send('mouseReleased', way[way.length - 1], 0);
  await Promise.all(sent);
}

async function finger(cdp: CDPSession, way: readonly Spot[], rate: number): Promise<void> {
  const start = performance.now();
  const sent: Promise<unknown>[] = [];
  for (const [i, spot] of way.entries()) {
    while (performance.now() - start < (1000 * i) / rate)
      await new Promise((go) => setTimeout(go, 0));
    const type = i === 0 ? 'touchStart' : 'touchMove';
    sent.push(
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [{ ...place(spot), id: 0 }] }),
    );
  }
  sent.push(cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }));
  await Promise.all(sent);
}

interface Story {
  /** The pad's touch-action. */
  readonly action: string;
  readonly isBusy?: boolean;
  readonly act: (cdp: CDPSession) => Promise<void>;
}

const stories: Readonly<Record<string, Story>> = {
  fast: { action: 'none', isBusy: true, act: (cdp) => pen(cdp, EIGHT, 240) },
  taken: { action: 'auto', act: (cdp) => finger(cdp, ONE, 120) },
  palm: {
    action: 'none',
    async act(cdp) {
      const touch = (
        type: 'touchStart' | 'touchMove' | 'touchEnd',
        spots: readonly Spot[],
      ): Promise<unknown> =>
        cdp.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: spots.map((spot, id) => ({ ...place(spot), id, radiusX: 22, radiusY: 30 })),
        });
      await touch('touchStart', [PALM]);
      await touch('touchMove', [[PALM[0] + 0.012, PALM[1] - 0.004]]);
      await new Promise((go) => setTimeout(go, 60));
      await pen(cdp, SEVEN, 120);
      await touch('touchMove', [[PALM[0] + 0.02, PALM[1]]]);
      await touch('touchEnd', []);
    },
  },
};

const browser = await chromium.launch({
  executablePath: provideBrowser('chromium'),
  args: ['--no-sandbox', '--disable-gpu'],
});
const recorded: Record<string, unknown> = {
  browser: `Chromium ${browser.version()}`,
  work: WORK,
};
for (const [name, { action, isBusy = false, act }] of Object.entries(stories)) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  // Only a safe address is told of coalesced events.
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: PAGE(action, isBusy) }),
  );
  await page.goto('http://localhost/');
  const cdp = await context.newCDPSession(page);
  await page.waitForTimeout(500);
  await act(cdp);
  await page.waitForTimeout(300);
  const log = await page.evaluate<{ at: number; id: number }[]>('log');
  const ids = [...new Set(log.map(({ id }) => id))];
  recorded[name] = log.map((event) => ({
    ...event,
    at: Number((event.at - log[0].at).toFixed(1)),
    id: ids.indexOf(event.id) + 1,
  }));
  await context.close();
}
await browser.close();
const text = JSON.stringify(recorded, null, 1).replace(/\[[\d\s.,-]+\]/g, (list) =>
  list.replace(/\s+/g, ''),
);
console.log(text.replace(/\{[^{}]+\}/g, (event) => event.replace(/\n\s+/g, ' ')));
