import { describe, it } from 'vitest';
import { storageConformance } from '../../conformance/index.ts';
import { createMemoryStorage } from './memory-storage.ts';

describe('the storage in memory', () => {
  for (const { name, run } of storageConformance(() => ({ storage: createMemoryStorage() }))) {
    it(name, run);
  }
});
