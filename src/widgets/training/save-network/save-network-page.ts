/** How long the browser may take to begin with a file that it was handed, in milliseconds; then its bytes are let go. */
const HOLD = 60_000;

/** Hands a file to the browser, as if a link to it had been pressed. */
export function handOver(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), HOLD);
}

/** What was dropped: one file, or why it is none. */
export function droppedFile(data: DataTransfer | null): File | string {
  const items = [...(data?.items ?? [])].filter(({ kind }) => kind === 'file');
  if (items.some((item) => item.webkitGetAsEntry()?.isDirectory)) {
    return 'That is a folder: drop the file of a network, .safetensors or .json.';
  }
  const files = [...(data?.files ?? [])];
  if (files.length > 1) return `Those are ${files.length} files: drop one at a time.`;
  return files[0] ?? 'That is no file: drop the file of a network, .safetensors or .json.';
}
