import { join, resolve } from 'node:path'

export interface StartOptions {
  /** The workspace to open instead of the one of last time. */
  workspace?: string
}

/**
 * What the command line and the environment ask of this start.
 * Unknown arguments are Chromium's own (`--no-sandbox`, `--user-data-dir`) and pass by.
 */
export function readStartOptions(
  argv: string[],
  environment: Record<string, string | undefined>,
): StartOptions {
  const flag = '--workspace='
  const given = argv.find((argument) => argument.startsWith(flag))?.slice(flag.length)
  const workspace = given || environment['BRIEFWRIGHT_WORKSPACE']
  return workspace ? { workspace: resolve(workspace) } : {}
}

/** Where the first start makes a workspace. */
export function defaultWorkspace(documents: string): string {
  return join(documents, 'Briefwright')
}
