/** The browser says that it is online when it has a network, and the first request may still find no way: milliseconds until the next. */
const SETTLED = 1000;

/** Calls back when the browser is online again, and once more a second later. @returns what ends that */
export function whenOnline(go: () => void): () => void {
  const online = (): void => {
    go();
    setTimeout(go, SETTLED);
  };
  addEventListener('online', online);
  return () => removeEventListener('online', online);
}
