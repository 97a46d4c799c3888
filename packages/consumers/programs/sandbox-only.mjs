export { createSandbox } from '@telecrm/sandbox';
