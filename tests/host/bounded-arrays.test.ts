import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { builtScript } from './built-script.js'

/** What `source` gives in a thread where one array may take 1000 bytes and all together 3000, or `over`. */
async function boundedly(source: string): Promise<unknown> {
  const worker = new Worker(await builtScript(new URL('workers/makes-arrays.ts', import.meta.url)), {
    workerData: source,
  })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', (code) => (code === 99 ? resolve('over') : reject(new Error(`ended with ${code}`))))
  })
}

describe('a thread whose arrays are bounded', () => {
  it.each([
    ['ArrayBuffer', 1],
    ['Uint8Array', 1],
    ['Uint8ClampedArray', 1],
    ['Int8Array', 1],
    ['Uint16Array', 2],
    ['Int16Array', 2],
    ['Uint32Array', 4],
    ['Int32Array', 4],
    ['Float32Array', 4],
    ['Float64Array', 8],
  ])('gets no %s of more bytes than one may take, whatever makes it', async (name, size) => {
    const most = 1000 / size
    expect(await boundedly(`return new ${name}(${most}).byteLength`)).toBe(1000)
    expect(await boundedly(`new ${name}(${most + 1})`)).toBe('over')
    expect(await boundedly(`class Own extends ${name} {}; new Own(${most + 1})`)).toBe('over')
    if (name === 'ArrayBuffer') return
    expect(await boundedly(`new ${name}(Array(${most + 1}).fill(0))`)).toBe('over')
    expect(await boundedly(`const one = new ${name}(${most}); for (;;) new ${name}(one)`)).toBe('over')
  })

  it('is stopped before an array is made that no memory could hold', async () => {
    expect(await boundedly(`new ArrayBuffer(${2 ** 52})`)).toBe('over')
  })

  it('may make as many as it likes that come to no more than is allowed together, until it starts anew', async () => {
    expect(await boundedly('for (let n = 0; n < 30; n++) new Uint8Array(100); return 30')).toBe(30)
    expect(await boundedly('for (let n = 0; n < 31; n++) new Uint8Array(100)')).toBe('over')
    expect(
      await boundedly(
        'for (let n = 0; n < 90; n++) { if (n % 30 === 0) restart(); new Uint8Array(100) }; return 90',
      ),
    ).toBe(90)
  })

  it('looks at memory that is there already as often as it likes', async () => {
    const views =
      'const one = new ArrayBuffer(1000); for (let n = 0; n < 99; n++) new Uint8Array(one, 10); return 99'
    expect(await boundedly(views)).toBe(99)
  })

  it('has no way left to unpack beside them', async () => {
    expect(await boundedly('return typeof DecompressionStream')).toBe('undefined')
  })
})
