/**
 * Scrolls to the end, half a screen at a time, so that everything that waits to be seen is seen, and back. Travels into the page as
 * source, so that all it uses stands within it.
 */
export async function scrollThrough(): Promise<void> {
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
    scrollTo(0, y);
    await frame();
    await frame();
  }
  scrollTo(0, 0);
}
