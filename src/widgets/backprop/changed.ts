/** Whether a figure stands otherwise than a fresh one: a link to it would say something, or it began elsewhere. @param start its props */
export const isChanged = (link: Readonly<Record<string, string>>, start: object): boolean =>
  Object.keys(link).length > 0 || Object.keys(start).length > 0;
