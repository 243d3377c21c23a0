import { Buffer } from 'node:buffer'

const block = 16 * 1024

/** What came of a body. Small pieces are put together: one of a single byte would take a hundred, and a server may send millions. */
export class Pieces {
  readonly #whole: Buffer[] = []
  #open = Buffer.alloc(0)
  #used = 0

  add(piece: Buffer): void {
    if (piece.length >= block) {
      this.#close()
      this.#whole.push(piece)
      return
    }
    if (this.#used + piece.length > this.#open.length) this.#begin()
    this.#used += piece.copy(this.#open, this.#used)
  }

  /** All of it so far, in order. */
  get all(): readonly Buffer[] {
    return this.#used === 0 ? this.#whole : [...this.#whole, exactly(this.#open.subarray(0, this.#used))]
  }

  #begin(): void {
    this.#close()
    this.#open = Buffer.allocUnsafe(block)
  }

  #close(): void {
    if (this.#used > 0) this.#whole.push(this.#open.subarray(0, this.#used))
    this.#open = Buffer.alloc(0)
    this.#used = 0
  }
}

/** A short body that is kept must not keep the whole block, nor a part of Node's pool. */
function exactly(bytes: Buffer): Buffer {
  const copy = Buffer.alloc(bytes.length)
  bytes.copy(copy)
  return copy
}
