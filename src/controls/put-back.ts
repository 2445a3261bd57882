import { tick } from 'svelte';

/** Shows in a control what is the case where what it was set to was taken back at once. What it was set to may have taken it away, too. */
export async function putBack(control: HTMLElement, show: () => void): Promise<void> {
  await tick();
  if (control.isConnected) show();
}
