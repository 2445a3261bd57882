/** The first letter large, as at the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The first letter small, as in the midst of a sentence. */
export function midSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** 'a', 'a and b', 'a, b and c'. Empty for nothing. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
