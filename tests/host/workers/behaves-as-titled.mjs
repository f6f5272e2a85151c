import { BroadcastChannel, threadId } from 'node:worker_threads'

/** Says which job has begun, and is told when a job that waits may end. */
const channel = new BroadcastChannel('behaves-as-titled')

/** Stands in for the render worker, and does to its thread what the brief's title says. */
export default async function run({ brief }) {
  const released = new Promise((resolve) => {
    channel.onmessage = resolve
  })
  channel.postMessage(brief.title)
  switch (brief.title) {
    case 'loop':
      for (;;);
    case 'wait':
      await released
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
