/**
 * `npm run lock`: brings the lock file in step with `package.json`, complete for every system.
 *
 * Entries that npm left out (see `findMissingOptionals`) are written from the package's name, which says its system
 * (`cli-darwin-arm64`). They have no hash: on those systems npm takes what the registry gives.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findMissingOptionals } from './lock-file.mjs'
import { rootFolder } from './root-folder.mjs'

execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], {
  cwd: rootFolder,
  stdio: 'inherit',
})
const path = join(rootFolder, 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))
for (const { path: at, name, version, neededBy } of findMissingOptionals(lock.packages)) {
  lock.packages[at] = {
    version,
    ...systemInName(name),
    ...(neededBy.dev ? { dev: true } : {}),
    optional: true,
  }
  console.log(`added ${name} ${version}`)
}
const [root, ...others] = Object.entries(lock.packages)
lock.packages = Object.fromEntries([
  root ?? [],
  ...others.sort(([one], [other]) => one.localeCompare(other, 'en')),
])
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)

/** @param {string} name */
function systemInName(name) {
  const system =
    /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|ppc64|riscv64|s390x|x64)(?:-(\w+))?$/.exec(
      name,
    )
  if (!system) throw new Error(`the name ${name} does not say which system it is for`)
  const [, os, cpu, variant] = system
  const libc = variant?.startsWith('musl') ? 'musl' : variant?.startsWith('gnu') ? 'glibc' : undefined
  return { cpu: [cpu], os: [os], ...(libc ? { libc: [libc] } : {}) }
}
