/** Once the styles are here that were asked for, or cannot be had: before that a part would be seen bare. */
export async function styled(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  await Promise.all(
    links
      .filter(({ sheet }) => sheet === null)
      .map((link) => new Promise((done) => (link.onload = link.onerror = done))),
  );
}
