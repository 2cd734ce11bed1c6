import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ofCustomResources } from '../lambda/custom-resources.ts';
import { account, identify, region, stackId } from './identity.ts';

/** A resource of the template with every intrinsic function in its properties resolved. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: unknown;
}

/** A synthesized CloudFormation template, resolved as a deployment would resolve it. */
export interface Template {
  readonly outputs: Readonly<Record<string, string>>;
  /** The resources of a type. */
  all(type: string): Resource[];
  /** The one resource of a type whose logical id contains `part`. Throws where there is none, or more than one. */
  one(type: string, part: string): Resource;
  /** The folder of an asset by its object key in the template. */
  assetFolder(key: string): string;
}

const templateSchema = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.unknown() })).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Condition: z.string().optional(), Properties: z.unknown().optional() }),
  ),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown(), Condition: z.string().optional() })).default({}),
});

type Source = z.output<typeof templateSchema>;

const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

const pseudo: Readonly<Record<string, unknown>> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'local',
  'AWS::StackId': stackId,
  'AWS::NoValue': undefined,
};

/**
 * Resolves intrinsic functions: {@link
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html}.
 */
const resolver = (source: Source) => {
  const ref = (name: string): unknown => {
    if (name in pseudo) return pseudo[name];
    const parameter = source.Parameters[name];
    if (parameter) return parameter.Default;
    const resource = source.Resources[name];
    if (!resource) throw new Error(`Ref: the template has no "${name}"`);
    return identify(name, resource.Type).ref;
  };
  const attribute = (name: string, key: string): string => {
    const resource = source.Resources[name];
    if (!resource) throw new Error(`Fn::GetAtt: the template has no "${name}"`);
    const value = identify(name, resource.Type).attributes[key];
    if (value === undefined) throw new Error(`Fn::GetAtt: ${key} of ${resource.Type} "${name}" is not known here`);
    return value;
  };
  const substitute = (text: string, values: Record<string, unknown>): string =>
    text.replace(/\$\{(!?)([^}]+)\}/g, (_all, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in values) return String(values[name]);
      const dot = name.indexOf('.');
      return String(dot < 0 ? ref(name) : attribute(name.slice(0, dot), name.slice(dot + 1)));
    });
  const condition = (name: string): boolean => {
    if (!(name in source.Conditions)) throw new Error(`The template has no condition "${name}"`);
    return Boolean(resolve(source.Conditions[name]));
  };
  const list = (value: unknown): unknown[] => z.array(z.unknown()).parse(resolve(value));
  const functions: Record<string, (argument: unknown) => unknown> = {
    Ref: (name) => ref(String(name)),
    Condition: (name) => condition(String(name)),
    'Fn::GetAtt': (argument) => {
      const [name = '', ...rest] = typeof argument === 'string' ? argument.split('.') : list(argument).map(String);
      return attribute(name, rest.join('.'));
    },
    'Fn::Join': (argument) => {
      const [separator, parts] = list(argument);
      return list(parts).map(String).join(String(separator));
    },
    'Fn::Sub': (argument) => {
      if (typeof argument === 'string') return substitute(argument, {});
      const [text, values] = list(argument);
      return substitute(String(text), z.record(z.string(), z.unknown()).parse(values));
    },
    'Fn::Select': (argument) => {
      const [index, parts] = list(argument);
      return list(parts)[Number(index)];
    },
    'Fn::Split': (argument) => {
      const [separator, text] = list(argument);
      return String(text).split(String(separator));
    },
    'Fn::FindInMap': (argument) => {
      const [map = '', first = '', second = ''] = list(argument).map(String);
      return resolve(source.Mappings[map]?.[first]?.[second]);
    },
    'Fn::If': (argument) => {
      const [name, yes, no] = z.array(z.unknown()).parse(argument);
      return resolve(condition(String(name)) ? yes : no);
    },
    'Fn::Equals': (argument) => {
      const [left, right] = list(argument);
      return String(left) === String(right);
    },
    'Fn::Not': (argument) => !list(argument)[0],
    'Fn::And': (argument) => list(argument).every(Boolean),
    'Fn::Or': (argument) => list(argument).some(Boolean),
  };
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    // An IAM statement may hold a key "Condition" too, with an object.
    if (only && entries.length === 1 && (only[0] !== 'Condition' || typeof only[1] === 'string')) {
      const known = functions[only[0]];
      if (known) return known(only[1]);
      if (only[0].startsWith('Fn::')) throw new Error(`${only[0]} is not known here`);
    }
    return Object.fromEntries(
      entries.map(([key, item]) => [key, resolve(item)]).filter(([, item]) => item !== undefined),
    );
  };
  const active = (name: string | undefined): boolean => name === undefined || condition(name);
  return { resolve, active };
};

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Reads and resolves the one template of an assembly. Throws with the resource's name on anything unsupported. */
export const loadTemplate = (assembly: string): Template => {
  const files = readdirSync(assembly);
  const templates = files.filter((file) => file.endsWith('.template.json'));
  const [file] = templates;
  if (!file || templates.length > 1) throw new Error(`${assembly} must hold one template, not ${templates.length}`);
  const source = templateSchema.parse(readJson(join(assembly, file)));
  const { resolve, active } = resolver(source);
  const passedOver = ofCustomResources(source.Resources);
  const resources = Object.entries(source.Resources)
    .filter(([id, resource]) => active(resource.Condition) && !passedOver.has(id))
    .map(([id, { Type: type, Properties }]): Resource => {
      identify(id, type);
      try {
        return { id, type, properties: resolve(Properties) ?? {} };
      } catch (cause) {
        throw new Error(`${type} "${id}": ${cause instanceof Error ? cause.message : cause}`, { cause });
      }
    });
  const outputs = Object.entries(source.Outputs).filter(([, output]) => active(output.Condition));
  const assets = new Map(
    files
      .filter((name) => name.endsWith('.assets.json'))
      .flatMap((name) => Object.values(assetsSchema.parse(readJson(join(assembly, name))).files))
      .flatMap(({ source: { path }, destinations }) =>
        Object.values(destinations).map(({ objectKey }) => [objectKey, join(assembly, path)] as const),
      ),
  );
  const all = (type: string) => resources.filter((resource) => resource.type === type);
  return {
    outputs: Object.fromEntries(outputs.map(([name, { Value }]) => [name, String(resolve(Value))])),
    all,
    one: (type, part) => {
      const exact = all(type).filter(({ id }) => id === part);
      const found = exact.length > 0 ? exact : all(type).filter(({ id }) => id.includes(part));
      const [only] = found;
      if (only && found.length === 1) return only;
      const names = all(type).map(({ id }) => id);
      throw new Error(`"${part}" names ${found.length} of the resources ${type}: ${names.join(', ')}`);
    },
    assetFolder: (key) => {
      const folder = assets.get(key);
      if (!folder) throw new Error(`The assembly has no asset "${key}"`);
      return folder;
    },
  };
};

/** The properties of a resource, parsed. Throws with its name and each invalid property. */
export const propertiesOf = <S extends z.ZodType>(resource: Resource, schema: S): z.output<S> => {
  const parsed = schema.safeParse(resource.properties);
  if (parsed.success) return parsed.data;
  throw new Error(`${resource.type} "${resource.id}" is not understood:\n${z.prettifyError(parsed.error)}`);
};
