export { fingerprint, version } from './generated/release.ts';
