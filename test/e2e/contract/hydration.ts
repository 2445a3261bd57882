import { install } from './in-page.ts';
import { type Clause, Complaints, difference, Breach, none, reopen, settled } from './protocol.ts';

/**
 * Svelte mends a text that the browser renders otherwise than the server without a word, so the first state is compared: the page says
 * when it stands, before any effect has run (`workbench:first`). For what it cannot mend, Svelte warns in the console.
 */
export const hydration: Clause = {
  name: 'hydrates to what the server sent, without a complaint',
  daily: 'first',
  isLive: true,
  async check(page) {
    await page.addInitScript(install);
    await page.addInitScript(() => {
      document.addEventListener(
        'workbench:first',
        () => {
          const { frame, state } = window.contract;
          Object.assign(window, { firstState: state(frame()) });
        },
        { once: true },
      );
    });
    const complaints = new Complaints(page);
    await reopen(page);
    await settled(page);
    none(await complaints.close(), 'It complained while it came alive');
    const [sent, first] = await page.evaluate(async () => {
      const { frame, state } = window.contract;
      const html = await (await fetch(location.href)).text();
      const server = new DOMParser().parseFromString(html, 'text/html');
      const known = window as unknown as { firstState?: string };
      return [state(frame(server)), known.firstState] as const;
    });
    if (first === undefined) throw new Breach('The page never said that its first state stands.');
    if (first !== sent) {
      throw new Breach(
        `The browser begins with another state than the server sent, ${difference(sent, first)}`,
      );
    }
  },
};
