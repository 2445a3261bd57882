/** Before every test file: properties (fast-check) draw from the run's one seed. A test that brings a seed of its own keeps it. */
import fc from 'fast-check';
import { inject } from 'vitest';

fc.configureGlobal({ seed: inject('seed') });
