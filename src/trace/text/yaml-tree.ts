import { EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml'
import { type LenientEvents, lenientEvents } from '../../extract/document/lenient-events.ts'

type Event = LenientEvents['events'][number]

/** A node of YAML with where it stands: offsets of the text, `end` exclusive. An alias is the node that it names. */
export type YamlNode = ScalarNode | MapNode | ListNode

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly value: string
  /** Of the content: inside the quotes, or the lines of a block. */
  readonly start: number
  readonly end: number
  /** Unquoted, so that it may stand for a number, a boolean or null. */
  readonly plain: boolean
}

export interface MapNode {
  readonly kind: 'map'
  readonly start: number
  readonly entries: readonly MapEntry[]
}

export interface MapEntry {
  readonly key: YamlNode
  readonly value: YamlNode
}

export interface ListNode {
  readonly kind: 'list'
  readonly start: number
  readonly items: readonly YamlNode[]
}

/** The roots of a YAML text, one a document; undefined where it can't be parsed. */
export function yamlTree(text: string): readonly YamlNode[] | undefined {
  try {
    return new TreeReader(lenientEvents(text)).roots()
  } catch {
    return undefined
  }
}

class TreeReader {
  readonly #text: string
  readonly #events: readonly Event[]
  readonly #original: LenientEvents['originalOffset']
  readonly #anchors = new Map<string, YamlNode>()
  #next = 0
  /** End of the last thing read: where an empty scalar stands. */
  #end = 0

  constructor({ source, events, originalOffset }: LenientEvents) {
    this.#text = source
    this.#events = events
    this.#original = originalOffset
  }

  roots(): readonly YamlNode[] {
    const roots: YamlNode[] = []
    for (let event = this.#take(); event !== undefined; event = this.#take()) {
      if (event.type === EVENT_ID.DOCUMENT) this.#anchors.clear()
      else if (event.type !== EVENT_ID.POP) roots.push(this.#node(event))
    }
    return roots
  }

  #take(): Event | undefined {
    const event = this.#events[this.#next]
    this.#next += 1
    return event
  }

  #node(event: Event): YamlNode {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.#named(event, this.#scalar(event))
      case EVENT_ID.SEQUENCE:
        return this.#list(event)
      case EVENT_ID.MAPPING:
        return this.#map(event)
      case EVENT_ID.ALIAS:
        return this.#aliased(event)
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.POP:
        return this.#empty()
    }
  }

  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): ScalarNode {
    if (event.valueStart === -1) return this.#empty()
    this.#end = event.valueEnd
    return {
      kind: 'scalar',
      value: getScalarValue(this.#text, event),
      start: this.#original(event.valueStart),
      end: this.#original(event.valueEnd),
      plain: event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1,
    }
  }

  #list(event: Extract<Event, { type: typeof EVENT_ID.SEQUENCE }>): YamlNode {
    const items: YamlNode[] = []
    const node = this.#named(event, { kind: 'list', start: this.#original(event.start), items })
    for (const item of this.#children()) items.push(item)
    return node
  }

  #map(event: Extract<Event, { type: typeof EVENT_ID.MAPPING }>): YamlNode {
    const entries: MapEntry[] = []
    const node = this.#named(event, { kind: 'map', start: this.#original(event.start), entries })
    let key: YamlNode | undefined
    for (const child of this.#children()) {
      if (key !== undefined) entries.push({ key, value: child })
      key = key === undefined ? child : undefined
    }
    return node
  }

  *#children(): Generator<YamlNode> {
    for (let event = this.#take(); event !== undefined && event.type !== EVENT_ID.POP; event = this.#take()) {
      yield this.#node(event)
    }
  }

  #named<Node extends YamlNode>(event: { anchorStart: number; anchorEnd: number }, node: Node): Node {
    if (event.anchorStart !== -1) this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), node)
    return node
  }

  #aliased(event: { anchorStart: number; anchorEnd: number }): YamlNode {
    this.#end = event.anchorEnd
    return this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd)) ?? this.#empty()
  }

  #empty(): ScalarNode {
    const end = this.#original(this.#end)
    return { kind: 'scalar', value: '', start: end, end, plain: true }
  }
}
