/** Before every file of component tests: what the file before it kept on the device is forgotten, as each begins with a new one. */
import { forget } from '../../src/reader/forget.ts';

localStorage.clear();
await forget();
