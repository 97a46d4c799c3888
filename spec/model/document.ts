import type { EvidenceMark } from './evidence.ts';
import type { Schema } from './schema.ts';

/** An OpenAPI 3.1 document, with the parts that the model reads. The lint of the spec has validated its structure. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; summary?: string; description?: string; version: string };
  servers?: readonly { url: string; description?: string }[];
  tags?: readonly { name: string; description?: string }[];
  paths?: Readonly<Record<string, PathItem>>;
  components?: Components;
  'x-rate-limit'?: { requests: number; seconds: number } & EvidenceMark;
}

interface Components {
  schemas?: Readonly<Record<string, Schema>>;
  parameters?: Readonly<Record<string, ParameterObject | Reference>>;
  responses?: Readonly<Record<string, ResponseObject | Reference>>;
  examples?: Readonly<Record<string, ExampleObject | Reference>>;
  securitySchemes?: Readonly<Record<string, { 'x-sandbox-token'?: string }>>;
}

/** A reference to another part of the document, instead of the part itself. */
export interface Reference {
  $ref: string;
}

export interface PathItem {
  parameters?: readonly (ParameterObject | Reference)[];
  get?: OperationObject;
  put?: OperationObject;
  post?: OperationObject;
  delete?: OperationObject;
  options?: OperationObject;
  head?: OperationObject;
  patch?: OperationObject;
  trace?: OperationObject;
}

export interface OperationObject {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: readonly string[];
  parameters?: readonly (ParameterObject | Reference)[];
  requestBody?: RequestBodyObject | Reference;
  responses?: Readonly<Record<string, ResponseObject | Reference>>;
  'x-retry'?: { repeat: string; why: string };
  'x-pagination'?: { skip: string; limit: string; items: string; total?: string; when?: string };
}

export interface ParameterObject extends EvidenceMark {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: unknown;
  examples?: Readonly<Record<string, ExampleObject | Reference>>;
}

export interface RequestBodyObject extends EvidenceMark {
  required?: boolean;
  description?: string;
  content?: Readonly<Record<string, MediaTypeObject>>;
}

export interface ResponseObject extends EvidenceMark {
  description?: string;
  headers?: Readonly<Record<string, HeaderObject | Reference>>;
  content?: Readonly<Record<string, MediaTypeObject>>;
}

export interface HeaderObject {
  description?: string;
  required?: boolean;
  schema?: Schema;
  example?: unknown;
}

export interface MediaTypeObject {
  schema?: Schema;
  examples?: Readonly<Record<string, ExampleObject | Reference>>;
}

export interface ExampleObject extends EvidenceMark {
  summary?: string;
  description?: string;
  value?: unknown;
  'x-violates'?: readonly string[];
}
