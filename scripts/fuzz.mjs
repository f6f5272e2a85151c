/**
 * `npm run fuzz`: opens files that were changed at random and looks that nothing throws, hangs, fills the memory or
 * writes outside. `-- --cases 1000 --seed 7 --kind pack` for fewer, others or one kind.
 */
import { spawn } from 'node:child_process'
import { buildFuzz } from './build-fuzz.mjs'
import { installDependencies } from './dependencies.mjs'

installDependencies()
const child = spawn(process.execPath, [await buildFuzz(), ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
