import { memberIdentifier } from '../context/members.ts';
import { createRules, type WorkspaceRules } from '../context/rules.ts';
import {
  completeDefinition,
  type ResolvedDefinition,
  type WorkspaceDefinition,
} from '../definition/index.ts';
import type { FieldRules } from '../fields/index.ts';

/** The rules of a definition, prepared for checking payloads. */
export interface Checker {
  rules: WorkspaceRules;
  /** Its team members are those of the definition, except for deleted ones. */
  fieldRules: FieldRules;
}

/** The prepared rules of each definition, so that checks of many payloads are fast. */
const checkers = new WeakMap<object, Checker>();

/** Throws a `DefinitionError` for an invalid definition. */
export function checkerOf(given: WorkspaceDefinition | ResolvedDefinition): Checker {
  const known = checkers.get(given);
  if (known) return known;
  const definition = completeDefinition(given);
  const rules = createRules(definition);
  const present = definition.teamMembers.filter(({ status }) => status !== 'Deleted');
  const members = new Map(present.map(({ email }) => [memberIdentifier(email), email]));
  const checker = { rules, fieldRules: { ...rules.fieldRules, members } };
  checkers.set(given, checker);
  return checker;
}
