import { KERNEL_URL } from '../kernel/address.ts';
import { startKernel } from '../kernel/kernel.ts';
void fetch(KERNEL_URL).then((r) => r.arrayBuffer()).then(startKernel).then((k) => postMessage(`${KERNEL_URL} ${k.memoryBytes}`), (e) => postMessage(String(e)));
