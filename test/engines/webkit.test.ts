import { describe } from 'vitest';
import { everyPage } from './every-page.ts';
import { startWebKit } from './webkit.ts';

describe('WebKit', () => everyPage(startWebKit));
