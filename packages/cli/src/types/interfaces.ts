import type { FieldType } from '../workspace-file/definition.ts';
import { commentText, propertyName, stringLiteral } from './literal.ts';
import { type ValueTypes, valueTypes } from './value-types.ts';

/** A field as described in the generated file. */
export interface TypedField {
  readonly apiName: string;
  readonly type: FieldType;
  readonly options?: readonly string[] | undefined;
  readonly description?: string | undefined;
}

/** A line of a generated interface, with its comment. */
export interface Property {
  readonly name: string;
  readonly type: string;
  readonly optional?: boolean;
  readonly comment?: string;
}

/** An interface as source text. */
export function interfaceText(
  name: string,
  comment: string,
  properties: readonly Property[],
  base?: string,
): string {
  const heritage = base ? ` extends ${base}` : '';
  const lines = properties.map(({ name, type, optional = true, comment }) => {
    const documentation = comment ? `  /** ${comment} */\n` : '';
    return `${documentation}  ${propertyName(name)}${optional ? '?' : ''}:${separate(type)};\n`;
  });
  return `/** ${comment} */\nexport interface ${name}${heritage} {\n${lines.join('')}}\n`;
}

/** A union of several strings; `never` if there are none. */
export function unionText(labels: readonly string[], indent: string): string {
  const literals = [...new Set(labels.map(stringLiteral))].sort();
  if (literals.length === 0) return 'never';
  return literals.map((literal) => `\n${indent}| ${literal}`).join('');
}

/** A type after a colon or an equals sign; a union of labels begins on its own line. */
export function separate(type: string): string {
  return type.startsWith('\n') ? type : ` ${type}`;
}

/** The comment of a field. */
export function fieldComment({ type, description }: TypedField): string {
  const text = commentText(description ?? '');
  return text ? `\`${type}\`: ${text}` : `\`${type}\``;
}

/** The properties of fields for one kind of use. */
export function fieldProperties(
  fields: readonly TypedField[],
  use: keyof ValueTypes,
  optionsName: string,
): Property[] {
  return fields.map((field) => ({
    name: field.apiName,
    type: valueTypes(field.type, optionsOf(field, optionsName))[use],
    ...(use === 'write' && { comment: fieldComment(field) }),
  }));
}

/** The labels of each field that has any. */
export function optionProperties(fields: readonly TypedField[]): Property[] {
  return fields.filter(hasOptions).map(({ apiName, options = [] }) => ({
    name: apiName,
    type: unionText(options, '    '),
    optional: false,
  }));
}

function optionsOf(field: TypedField, optionsName: string): string | undefined {
  return hasOptions(field) ? `${optionsName}[${stringLiteral(field.apiName)}]` : undefined;
}

function hasOptions({ type, options = [] }: TypedField): boolean {
  return (type === 'dropdown' || type === 'tags') && options.length > 0;
}
