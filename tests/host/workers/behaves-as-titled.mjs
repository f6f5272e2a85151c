import { threadId } from 'node:worker_threads'

/** Stands in for the render worker, and does to its thread what the brief's title says. */
export default async function run({ brief }) {
  switch (brief.title) {
    case 'loop':
      for (;;);
    case 'wait':
      await new Promise((resolve) => setTimeout(resolve, 300))
      break
    case 'hoard': {
      const hoard = []
      for (;;) hoard.push({ some: 'thing', more: [hoard.length] })
    }
    case 'throw':
      throw new Error('out of ink')
    case 'exit':
      process.exit(3)
  }
  return { ok: true, value: { bytes: new Uint8Array([threadId]), pageCount: 1, pageMap: [] }, warnings: [] }
}
