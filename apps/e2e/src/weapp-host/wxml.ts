import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** A node as the mini-program's view layer would show it. Text nodes have tag '#text'. */
export interface ViewNode {
  tag: string;
  text: string;
  attributes: Record<string, unknown>;
  /** Event type → 'bind' or 'catch' and the page's handler. */
  events: Record<string, { kind: 'bind' | 'catch'; handler: string }>;
  parent: ViewNode | null;
  children: ViewNode[];
}

interface Element { tag: string; attributes: [string, string][]; children: (Element | string)[] }
type Scope = Record<string, unknown>;
type Evaluate = (source: string, scope: Scope) => unknown;

/** A forgiving reader for the little XML that WXML is: elements, attributes, text, comments. */
export function parseWxml(source: string): Element {
  const root: Element = { tag: '#root', attributes: [], children: [] };
  const open: Element[] = [root];
  const token = /<!--[\s\S]*?-->|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[\w:.@-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>|([^<]+)/g;
  for (const [, closing, opening, rawAttributes = '', selfClosed, text] of source.matchAll(token)) {
    const current = open.at(-1)!;
    if (closing) { while (open.length > 1 && open.pop()!.tag !== closing); continue; }
    if (opening) {
      const attributes = [...rawAttributes.matchAll(/([\w:.@-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g)].map(([, name, double, single]): [string, string] => [name!, double ?? single ?? '']);
      const element: Element = { tag: opening, attributes, children: [] };
      current.children.push(element);
      if (!selfClosed) open.push(element);
    } else if (text?.trim()) current.children.push(text);
  }
  return root;
}

const attributeOf = (element: Element, name: string): string | undefined => element.attributes.find(([key]) => key === name)?.[1];

/** The templates, scripts and components of one WXML file and all it imports. */
class Sheet {
  readonly templates = new Map<string, Element>();
  readonly body: Element[] = [];
  readonly scripts: Scope = {};
  /** Custom components by tag, as the neighbouring .json names them. */
  readonly components = new Map<string, string>();
}

/** Interprets the WXML of a build: templates, loops, conditions, scripts and custom components. */
export class WxmlEngine {
  private readonly sheets = new Map<string, Sheet>();
  private readonly compiled = new Map<string, (scope: object) => unknown>();
  constructor(private readonly root: string) {}

  /** Renders a page (path without ending) with its data. */
  render(page: string, data: Scope): ViewNode {
    const tree: ViewNode = { tag: 'page', text: '', attributes: {}, events: {}, parent: null, children: [] };
    const sheet = this.sheet(`${page}.wxml`);
    this.children(sheet.body, data, sheet, tree);
    return tree;
  }

  private sheet(file: string): Sheet {
    const known = this.sheets.get(file);
    if (known) return known;
    const sheet = new Sheet();
    this.sheets.set(file, sheet);
    const folder = path.dirname(file);
    for (const child of parseWxml(readFileSync(path.join(this.root, file), 'utf8')).children) {
      if (typeof child === 'string') continue;
      const from = attributeOf(child, 'src');
      const where = from === undefined ? '' : path.join(from.startsWith('/') ? '' : folder, from.replace(/^\//, ''));
      if (child.tag === 'import') {
        const other = this.sheet(where.endsWith('.wxml') ? where : `${where}.wxml`);
        for (const [name, element] of other.templates) sheet.templates.set(name, element);
        for (const [name, script] of Object.entries(other.scripts)) sheet.scripts[name] ??= script;
      } else if (child.tag === 'wxs') sheet.scripts[attributeOf(child, 'module') ?? ''] = this.script(where);
      else if (child.tag === 'template' && attributeOf(child, 'name')) sheet.templates.set(attributeOf(child, 'name')!, child);
      else sheet.body.push(child);
    }
    try {
      const { usingComponents = {} } = JSON.parse(readFileSync(path.join(this.root, file.replace(/\.wxml$/, '.json')), 'utf8')) as { usingComponents?: Record<string, string> };
      for (const [tag, where] of Object.entries(usingComponents)) sheet.components.set(tag, path.join(where.startsWith('/') ? '' : folder, where.replace(/^\//, '')));
    } catch { /* a template file has no settings */ }
    return sheet;
  }

  private script(file: string): unknown {
    const module = { exports: {} };
    vm.runInNewContext(readFileSync(path.join(this.root, file), 'utf8'), { module, exports: module.exports, getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags) });
    return module.exports;
  }

  private readonly evaluate: Evaluate = (source, scope) => {
    let run = this.compiled.get(source);
    if (!run) {
      // {{a:b}} and {{...a}} are objects, everything else is an expression
      const isObject = /^\s*(?:[\w$]+\s*:|\.\.\.)/.test(source) && !/^\s*[\w$]+\s*\?/.test(source);
      run = vm.compileFunction(`with (scope) { return ${isObject ? `{${source}}` : `(${source})`}; }`, ['scope']) as (scope: object) => unknown;
      this.compiled.set(source, run);
    }
    // a missing name is undefined in WXML, not an error
    return run(new Proxy(scope, { has: (_, name) => typeof name === 'string', get: (target, name) => (typeof name === 'string' ? target[name] : undefined) }));
  };

  private value(raw: string, scope: Scope): unknown {
    const whole = /^\{\{([\s\S]*)\}\}$/.exec(raw);
    if (whole && !whole[1]!.includes('{{')) return this.evaluate(whole[1]!, scope);
    return raw.replace(/\{\{([\s\S]*?)\}\}/g, (_, source: string) => { const seen = this.evaluate(source, scope); return seen === undefined || seen === null ? '' : String(seen); });
  }

  private children(elements: (Element | string)[], scope: Scope, sheet: Sheet, parent: ViewNode): void {
    let decided = true; // whether an if-chain has already shown a branch
    for (const element of elements) {
      if (typeof element === 'string') { this.text(String(this.value(element, { ...sheet.scripts, ...scope }) ?? ''), parent); continue; }
      const condition = attributeOf(element, 'wx:if');
      const otherwiseIf = attributeOf(element, 'wx:elif');
      const otherwise = attributeOf(element, 'wx:else');
      if (attributeOf(element, 'wx:for') === undefined) {
        const full = { ...sheet.scripts, ...scope };
        if (condition !== undefined) { decided = Boolean(this.value(condition, full)); if (!decided) continue; }
        else if (otherwiseIf !== undefined) { if (decided) continue; decided = Boolean(this.value(otherwiseIf, full)); if (!decided) continue; }
        else if (otherwise !== undefined) { if (decided) continue; decided = true; }
        this.element(element, scope, sheet, parent);
        continue;
      }
      const list = this.value(attributeOf(element, 'wx:for')!, { ...sheet.scripts, ...scope });
      const item = attributeOf(element, 'wx:for-item') ?? 'item';
      const index = attributeOf(element, 'wx:for-index') ?? 'index';
      for (const [at, each] of Object.entries((list ?? []) as object)) this.element(element, { ...scope, [item]: each, [index]: Array.isArray(list) ? Number(at) : at }, sheet, parent);
    }
  }

  private text(text: string, parent: ViewNode): void {
    if (text) parent.children.push({ tag: '#text', text, attributes: {}, events: {}, parent, children: [] });
  }

  private element(element: Element, scope: Scope, sheet: Sheet, parent: ViewNode): void {
    const full = { ...sheet.scripts, ...scope };
    if (element.tag === 'block') { this.children(element.children, scope, sheet, parent); return; }
    if (element.tag === 'template') {
      const name = String(this.value(attributeOf(element, 'is') ?? '', full));
      const template = sheet.templates.get(name);
      if (!template) throw new Error(`template ${name} is not in the build`);
      const data = attributeOf(element, 'data');
      this.children(template.children, (data ? this.value(data, full) : {}) as Scope, sheet, parent);
      return;
    }
    const component = sheet.components.get(element.tag);
    if (component) {
      const inner = this.sheet(`${component}.wxml`);
      const properties: Scope = {};
      for (const [name, raw] of element.attributes) if (!name.includes(':')) properties[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = this.value(raw, full);
      this.children(inner.body, properties, inner, parent);
      return;
    }
    const node: ViewNode = { tag: element.tag, text: '', attributes: {}, events: {}, parent, children: [] };
    for (const [name, raw] of element.attributes) {
      const event = /^(?:capture-)?(bind|catch):?([\w]+)$/.exec(name);
      if (event) node.events[event[2]!] = { kind: event[1] as 'bind' | 'catch', handler: String(this.value(raw, full)) };
      else if (!name.startsWith('wx:')) node.attributes[name] = raw === '' ? true : this.value(raw, full);
    }
    parent.children.push(node);
    this.children(element.children, scope, sheet, node);
  }
}

const LINES = new Set(['view', 'button', 'page', 'scroll-view', 'form', 'swiper', 'swiper-item', 'picker', 'textarea', 'input', 'label', 'cover-view', 'radio-group', 'checkbox-group']);

/** What a person reads in the node: blocks on lines of their own, runs of blanks as one. */
export function textOf(node: ViewNode): string {
  const say = (n: ViewNode): string => (n.tag === '#text' ? n.text : LINES.has(n.tag) ? `\n${n.children.map(say).join('')}\n` : n.children.map(say).join(''));
  return say(node).replace(/[ \t]+/g, ' ').replace(/ ?\n[\s]*/g, '\n').trim();
}

/** The node and everything in it, from outside in. */
export function* within(node: ViewNode): Generator<ViewNode> {
  yield node;
  for (const child of node.children) yield* within(child);
}

/** Nodes that a selector names: tag, .class, #id, [attribute="value"], and blanks for "inside". */
export function select(root: ViewNode, selector: string): ViewNode[] {
  const parts = selector.trim().split(/\s+(?![^[]*\])/);
  const matches = (node: ViewNode, part: string): boolean => [...part.matchAll(/([.#]?)([\w-]+)|\[([\w-]+)(?:="?([^"\]]*)"?)?\]/g)].every(([, mark, name, attribute, value]) => {
    if (attribute) return node.attributes[attribute] !== undefined && (value === undefined || String(node.attributes[attribute]) === value);
    if (mark === '.') return String(node.attributes.class ?? '').split(/\s+/).includes(name!);
    if (mark === '#') return node.attributes.id === name;
    return node.tag === name;
  });
  const above = (node: ViewNode, rest: string[]): boolean => {
    if (rest.length === 0) return true;
    for (let up = node.parent; up; up = up.parent) if (matches(up, rest.at(-1)!) && above(up, rest.slice(0, -1))) return true;
    return false;
  };
  return [...within(root)].filter((node) => node.tag !== '#text' && matches(node, parts.at(-1)!) && above(node, parts.slice(0, -1)));
}
