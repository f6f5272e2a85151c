import type { TestProject } from 'vitest/node'
import { buildCommandLine } from '../../scripts/build-command-line.mjs'

/** Before all tests, and again before each further run of a watch: the command line as it is run, bundled. */
export default async function bundleCommandLine(project: TestProject): Promise<void> {
  await bundle()
  project.onTestsRerun(bundle)
}

async function bundle(): Promise<void> {
  if (!(await buildCommandLine())) throw new Error('the command line cannot be bundled')
}
