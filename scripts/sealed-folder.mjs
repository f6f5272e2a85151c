import { lstat, mkdir, readdir, readFile, readlink, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { digestOf } from './verified-download.mjs'

const sealName = 'sealed.json'

/**
 * Makes a folder whole or not at all: `fill` works in a folder beside it, which is then sealed with the hash of
 * every file and moved into place. The seal lies within, so it finds damage, and nobody who writes a new seal too.
 *
 * @param {string} folder
 * @param {(draft: string) => Promise<void>} fill
 */
export async function makeSealedFolder(folder, fill) {
  const draft = `${folder}.${process.pid}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  try {
    await fill(draft)
    await writeFile(join(draft, sealName), JSON.stringify(await hashesOf(draft), null, 1))
    await rm(folder, { recursive: true, force: true })
    await mkdir(dirname(folder), { recursive: true })
    await rename(draft, folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/**
 * What is wrong with a sealed folder: nothing (`undefined`), that it is not there, or which file changed.
 * A folder with a changed file is removed, so that the next attempt makes it anew.
 *
 * @param {string} folder
 * @returns {Promise<'missing' | { changed: string } | undefined>}
 */
export async function faultOfSealedFolder(folder) {
  /** @type {Record<string, string>} */
  let sealed
  try {
    sealed = JSON.parse(await readFile(join(folder, sealName), 'utf8'))
  } catch {
    return 'missing'
  }
  const found = await hashesOf(folder)
  const changed = [...new Set([...Object.keys(sealed), ...Object.keys(found)])].find(
    (path) => sealed[path] !== found[path],
  )
  if (changed === undefined) return undefined
  await rm(folder, { recursive: true, force: true })
  return { changed }
}

/** @param {string} folder @returns {Promise<Record<string, string>>} */
async function hashesOf(folder) {
  const paths = (await readdir(folder, { recursive: true })).sort()
  /** @type {Record<string, string>} */
  const hashes = {}
  for (const path of paths) {
    const full = join(folder, path)
    if (relative(folder, full) === sealName) continue
    const about = await lstat(full)
    if (about.isSymbolicLink()) hashes[path] = `link to ${await readlink(full)}`
    else if (about.isFile()) hashes[path] = await digestOf(full, 'sha256', 'hex')
  }
  return hashes
}
