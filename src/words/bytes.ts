/** How much a download is. */
import { formatNumber } from './numbers.ts';

/** '2.7 MB': millions of bytes, with one place. */
export function megabytes(bytes: number): string {
  return `${formatNumber(bytes / 1e6, 1)} MB`;
}
