import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Told from '@/controls/Told.svelte';

it('tells once words rest, and the last of them only', async () => {
  vi.useFakeTimers();
  try {
    const { container, rerender } = await render(Told, { words: 'z = 0' });
    const status = container.querySelector('[role=status]');
    expect(status?.textContent).toBe('z = 0');
    await rerender({ words: 'z = 1' });
    vi.advanceTimersByTime(299);
    await rerender({ words: 'z = 2' });
    vi.advanceTimersByTime(299);
    await Promise.resolve();
    expect(status?.textContent).toBe('z = 0');
    vi.advanceTimersByTime(1);
    await Promise.resolve();
    expect(status?.textContent).toBe('z = 2');
  } finally {
    vi.useRealTimers();
  }
});
