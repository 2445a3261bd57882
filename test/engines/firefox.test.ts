import { describe } from 'vitest';
import { everyPage } from './every-page.ts';
import { startFirefox } from './firefox.ts';

describe('Firefox', () => everyPage(startFirefox));
