import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why system calls cannot be traced here; nothing where they can. */
export function whyNoTrace(): string | undefined {
  if (process.platform !== 'linux') return 'system calls are traced on Linux alone'
  const { error, status, stderr } = spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], {
    encoding: 'utf8',
  })
  if (error) return 'there is no strace'
  return status === 0 ? undefined : `strace may not trace here: ${stderr.trim()}`
}

/** A program in place of another one: it does the same, and every call of it and its children about sockets is kept. */
export interface TracedProgram {
  path: string
  /** Of all its runs, what leads out of this machine or would let something in, one line each. */
  callsOutside(): string[]
  /** Of those, what another machine would notice. */
  sentOutside(): string[]
}

export function traced(executable: string): TracedProgram {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-trace-'))
  const path = join(folder, 'traced')
  const file = join(folder, 'calls')
  writeFileSync(path, `#!/bin/sh\nexec strace -f -A -yy -e trace=network -o '${file}' '${executable}' "$@"\n`)
  chmodSync(path, 0o755)
  const calls = () => readFileSync(file, 'utf8').split('\n')
  return {
    path,
    callsOutside: () => calls().filter((line) => leadsOutside(line) || sendsOutside(line)),
    sentOutside: () => calls().filter(sendsOutside),
  }
}

/**
 * Whether a line of `strace` connects, sends or binds to an address that is not this machine's own: a socket in the
 * file system, the kernel, or the loopback. A socket that was made and is not used that way stays here.
 */
export function leadsOutside(line: string): boolean {
  if (!/\b(connect|bind|sendto|sendmsg|sendmmsg)\(/.test(line)) return false
  return [...line.matchAll(/sa_family=(\w+)/g)].some(([, family]) => {
    if (family === 'AF_INET' || family === 'AF_INET6') return !isLoopback(line)
    return !['AF_UNIX', 'AF_LOCAL', 'AF_NETLINK', 'AF_UNSPEC'].includes(family ?? '')
  })
}

/** Whether a line puts a packet on the way: to connect a datagram socket only notes where to, and to bind it nothing. */
function sendsOutside(line: string): boolean {
  const isSent =
    /\bsend\w*\(\d+<(TCP|UDP)/.test(line) ||
    /\bconnect\(\d+<TCP/.test(line) ||
    /_MEMBERSHIP|_JOIN_/.test(line)
  return isSent && !isLoopback(line)
}

/** All addresses of the line are: those that it names, and those of the socket as `-yy` shows it. */
function isLoopback(line: string): boolean {
  const named = [...line.matchAll(/inet_(?:addr\(|pton\(AF_INET6, )"([^"]*)"/g)].map(([, address]) => address)
  const connected = /<(?:TCP|UDP)[^>]*->\[?([0-9a-f.:]+?)\]?:\d+\]>/.exec(line)?.[1]
  const addresses = [...named, ...(connected ? [connected] : [])]
  return addresses.length > 0 && addresses.every((one) => /^(127\.|::1$|::ffff:127\.)/.test(one ?? ''))
}
