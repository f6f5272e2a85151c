import { readFileSync } from 'node:fs'
import { faults } from '../../small/trial.js'

/** A program that builds the model of the template whose body it is given on standard input. */
faults(readFileSync(0, 'utf8'))
console.log('done')
