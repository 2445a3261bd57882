/** Thrown when what the kernel is to hold does not fit into its memory. All that it held before is as it was. */
export class KernelMemoryError extends Error {
  override readonly name = 'KernelMemoryError';
}
