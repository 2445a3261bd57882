import type { VFile } from 'vfile';

/** rehype-katex prints in red what it cannot read, and goes on: this stops the build instead, and says what and where. */
export function refuseBadMaths() {
  return (_tree: unknown, file: VFile): void => {
    const fault = file.messages.find(({ source }) => source === 'rehype-katex');
    if (!fault) return;
    const cause = fault.cause instanceof Error ? fault.cause.message : fault.reason;
    file.fail(`Maths that KaTeX cannot read: ${cause}`, fault.place);
  };
}
