/** A phone has a camera, and a finger is what works it; there is little to drop or paste there. */
export const isPhone = (): boolean => matchMedia('(pointer: coarse)').matches;

/** The first picture among what was dropped, pasted or chosen; null where there is none. */
export function pictureIn(data: DataTransfer | HTMLInputElement | null): File | null {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? null;
}
