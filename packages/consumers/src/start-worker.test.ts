import { expect, it } from 'vitest';
import { startWorker } from './start-worker.ts';

it('throws the output of the runtime if the worker cannot start', async () => {
  await expect(startWorker('export default {')).rejects.toThrow(
    /^workerd has ended: .*SyntaxError/s,
  );
});
