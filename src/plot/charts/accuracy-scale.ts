/** The scale of accuracy over a wide range: equal ways are equal factors of the mistakes that are left. */

/** How high an accuracy stands: -ln(1 - accuracy). @param accuracy 0 to 1; all right stands where one mistake in 10,000 would */
export function heightOf(accuracy: number): number {
  return -Math.log(Math.max(1e-4, 1 - accuracy));
}

/** How a height of the scale reads: '95', and with its unit '95%'. */
export function heightName(height: number, hasUnit: boolean): string {
  const percent = Number((100 * (1 - Math.exp(-height))).toFixed(1));
  return hasUnit ? `${percent}%` : String(percent);
}
