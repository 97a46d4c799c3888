// The part of Redocly's rule interface that our rules use. @redocly/cli is published without types.

/** A location in a source file: file and JSON pointer. */
export interface Location {
  readonly source: { readonly absoluteRef: string };
  readonly pointer: string;
  /** The location of a nested value. */
  child(path: readonly (string | number)[]): Location;
  /** The same location, reported at the key instead of the value. */
  key(): Location;
}

interface Problem {
  readonly message: string;
  readonly location?: Location;
}

/** The argument that Redocly passes to a visitor besides the node. */
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
  /** `x-` for types that can have extensions; undefined for maps such as `properties`. */
  readonly extensionsPrefix?: string;
}

interface Resolved {
  readonly node?: unknown;
  readonly location?: Location | undefined;
}

/** The OpenAPI nodes that our rules visit, by Redocly's names; `any` is every node. */
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

/** Redocly visits a node once, even with several references to it, and `ref` at every reference. */
export type Rule = Partial<Record<Visited, Visitor>> & { readonly ref?: ReferenceVisitor };

/** Redocly calls this once per document, so the state of a rule is per document. */
export type RuleFactory = () => Rule;
