// The part of Redocly's rule interface that our rules use. @redocly/cli ships as one bundle without types.

/** A spot in a source file, named by file and JSON pointer. */
export interface Location {
  readonly source: { readonly absoluteRef: string };
  readonly pointer: string;
  /** The spot of a value further in. */
  child(path: readonly (string | number)[]): Location;
  /** The same spot, marked on the key instead of the value. */
  key(): Location;
}

interface Problem {
  readonly message: string;
  readonly location?: Location;
}

/** What Redocly hands to a visitor beside the node. */
export interface Context {
  readonly location: Location;
  readonly key: string | number;
  readonly type: NodeType;
  readonly rawNode: unknown;
  report(problem: Problem): void;
  resolve(node: unknown, from?: string): Resolved;
}

interface NodeType {
  readonly name: string;
  /** `x-` on the types that take extensions; maps such as `properties` have none. */
  readonly extensionsPrefix?: string;
}

interface Resolved {
  readonly node?: unknown;
  readonly location?: Location | undefined;
}

/** The nodes that our rules look at: those of an OpenAPI description, by Redocly's names; `any` is every node. */
type Visited =
  | 'any'
  | 'Header'
  | 'MediaType'
  | 'Operation'
  | 'Parameter'
  | 'PathItem'
  | 'Paths'
  | 'Responses'
  | 'Root'
  | 'Schema'
  | 'SchemaProperties';

interface Visitor {
  enter(node: unknown, context: Context): void;
}

interface ReferenceVisitor {
  enter(ref: { readonly $ref: string }, context: Context, target: Resolved): void;
}

/** Redocly visits a node once, however many references lead to it, and `ref` at every reference. */
export type Rule = Partial<Record<Visited, Visitor>> & { readonly ref?: ReferenceVisitor };

/** Redocly calls this anew for each document, so a rule's memory is one document's. */
export type RuleFactory = () => Rule;
