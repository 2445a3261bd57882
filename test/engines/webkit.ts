/**
 * WebKit, the engine of Safari and of every browser on an iPhone: WebKitGTK's small browser on a screen of its own (Xvfb), driven over
 * W3C WebDriver by plain fetch.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { findMiniBrowser, provideBrowser } from '../tools/browsers.ts';
import { type Engine, Patience, type Place, sourceOf } from './engine.ts';

const HOST = '127.0.0.1';
/** Longer than a server of ours takes to start on a busy machine, in milliseconds. */
const START = 20_000;

/** As root and without a graphics card: no sandbox, nothing drawn by a card, no service of a desktop that is waited for in vain. */
const ENVIRONMENT = {
  GDK_BACKEND: 'x11',
  GSETTINGS_BACKEND: 'memory',
  GIO_USE_VFS: 'local',
  GTK_A11Y: 'none',
  NO_AT_BRIDGE: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
};

export async function startWebKit(): Promise<Engine> {
  const program = provideBrowser('webkit');
  const binary = findMiniBrowser();
  const patience = new Patience('WebKit');
  const programs = new Programs();
  try {
    const display = await patience.answer('show a screen', () => startScreen(programs), START);
    const port = await freePort();
    const env = { ...process.env, ...ENVIRONMENT, DISPLAY: display };
    programs.add(
      spawn(program, [`--port=${port}`, `--host=${HOST}`], {
        env,
        stdio: 'ignore',
        detached: true,
      }),
    );
    const driver = new Driver(`http://${HOST}:${port}`);
    await patience.answer('start its driver', () => driver.ready(), START);
    await patience.answer('start', () => driver.begin(binary));
    return engineOf(driver, patience, programs);
  } catch (error) {
    programs.end();
    throw error;
  }
}

function engineOf(driver: Driver, patience: Patience, programs: Programs): Engine {
  const evaluate = <A extends readonly unknown[], R>(
    work: (...args: A) => R,
    ...args: A
  ): Promise<Awaited<R>> =>
    patience.answer(`evaluate ${work.name}`, async (): Promise<Awaited<R>> => {
      // A promise that is refused would lose its words on the way.
      const script = `return (async () => ${sourceOf(work, args)})().then(
        (value) => ({ value }), (error) => ({ error: error + '\\n' + error?.stack }))`;
      const result = await driver.session('POST', '/execute/sync', { script, args: [] });
      const { value, error } = result as { value: Awaited<R>; error?: string };
      if (error !== undefined) throw new Error(error);
      return value;
    });
  return {
    name: 'WebKit',
    async open(address) {
      await patience.answer(`open ${address}`, () =>
        driver.session('POST', '/url', { url: address }),
      );
    },
    async resize(width, height) {
      await patience.answer('resize', () =>
        driver.session('POST', '/window/rect', { x: 0, y: 0, width, height }),
      );
      return evaluate(() => innerWidth);
    },
    evaluate,
    async screenshot() {
      const picture = await patience.answer('take a picture', () =>
        driver.session('GET', '/screenshot'),
      );
      return Buffer.from(picture as string, 'base64');
    },
    async press(first, ...others) {
      const move = ({ x, y }: Place): object => ({
        type: 'pointerMove',
        duration: 0,
        x: Math.round(x),
        y: Math.round(y),
      });
      const actions = [
        move(first),
        { type: 'pointerDown', button: 0 },
        ...others.map(move),
        { type: 'pointerUp', button: 0 },
      ];
      const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
      await patience.answer('press', () =>
        driver.session('POST', '/actions', { actions: [mouse] }),
      );
    },
    async close() {
      try {
        await patience.answer('close', () => driver.session('DELETE', ''), START);
      } finally {
        programs.end();
      }
    },
  };
}

/** A conversation with WebKitWebDriver. */
class Driver {
  readonly #address: string;
  #session = '';

  constructor(address: string) {
    this.#address = address;
  }

  async #ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.#address}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`WebKit's driver, asked for ${path}: ${error}: ${message}`);
  }

  async ready(): Promise<void> {
    const end = performance.now() + START;
    while (performance.now() < end) {
      if (await this.#ask('GET', '/status').catch(() => false)) return;
      await rest(50);
    }
  }

  /** Starts the browser, in a window without bars: one with bars cannot be as narrow as a phone. */
  async begin(binary: string): Promise<void> {
    const args = ['--automation', '--javascript-can-open-windows-automatically=true'];
    const begun = await this.#ask('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args } } },
    });
    this.#session = `/session/${(begun as { sessionId: string }).sessionId}`;
    // How long to wait is for `Patience` to say.
    await this.session('POST', '/timeouts', { script: null, pageLoad: 600_000 });
    const handles = async (): Promise<string[]> =>
      (await this.session('GET', '/window/handles')) as string[];
    const [first] = await handles();
    const script = `open('about:blank', '', 'popup')`;
    await this.session('POST', '/execute/sync', { script, args: [] });
    const handle = (await handles()).find((one) => one !== first);
    if (handle === undefined) throw new Error('WebKit opened no window without bars.');
    await this.session('POST', '/window', { handle });
  }

  session(method: string, path: string, body?: object): Promise<unknown> {
    return this.#ask(method, `${this.#session}${path}`, body);
  }
}

/** Programs that end with us, each with all that it has started: whatever happens, none is left running. */
class Programs {
  readonly #running: ChildProcess[] = [];
  readonly #onExit = (): void => this.end();
  readonly #onSignal = (): void => {
    process.exit(1);
  };

  constructor() {
    process.once('exit', this.#onExit);
    process.once('SIGTERM', this.#onSignal);
    process.once('SIGINT', this.#onSignal);
  }

  /** @param child started with `detached`, so that it leads a group of its own */
  add<C extends ChildProcess>(child: C): C {
    child.once('error', () => undefined); // found out by whoever waits for it
    this.#running.push(child);
    return child;
  }

  end(): void {
    process.off('exit', this.#onExit);
    process.off('SIGTERM', this.#onSignal);
    process.off('SIGINT', this.#onSignal);
    for (const { pid } of this.#running.splice(0).reverse()) {
      try {
        if (pid !== undefined) process.kill(-pid);
      } catch {
        // It has ended already.
      }
    }
  }
}

/** Starts a screen that is nowhere to be seen; it takes a number that is free. @returns the number as X has it, `:99` */
async function startScreen(programs: Programs): Promise<string> {
  const args = ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1700x1200x24'];
  const stdio: ('ignore' | 'pipe')[] = ['ignore', 'ignore', 'ignore', 'pipe'];
  const screen = programs.add(spawn('Xvfb', args, { stdio, detached: true }));
  const output = screen.stdio[3] as Readable;
  return new Promise((resolve, reject) => {
    output.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
    screen.once('error', reject);
    screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${String(code)}.`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
