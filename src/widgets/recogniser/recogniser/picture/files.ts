/** The first picture among what was dropped, pasted or chosen; null where there is none. */
export function pictureIn(data: DataTransfer | HTMLInputElement | null): File | null {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? null;
}
