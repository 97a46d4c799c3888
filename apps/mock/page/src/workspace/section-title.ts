import type { Section } from '../route/route.ts';

export function titleOf(section: Section): string {
  return section.charAt(0).toUpperCase() + section.slice(1);
}
