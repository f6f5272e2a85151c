import { expect, it } from 'vitest'
import { billOfMaterials } from '../../scripts/bill-of-materials.mjs'
import { shippedPackages } from '../../scripts/licences.mjs'

it('names every package that is shipped, with its hash, and the Electron below', () => {
  const { metadata, components } = billOfMaterials('45.4.1')
  expect(metadata.component).toMatchObject({ name: 'briefwright', type: 'application' })
  expect(components.map(({ purl }) => decodeURIComponent(purl))).toEqual([
    'pkg:npm/electron@45.4.1',
    ...new Set(shippedPackages().map(({ name, version }) => `pkg:npm/${name}@${version}`)),
  ])
  expect(components.find(({ name }) => name === 'commander')).toMatchObject({
    licenses: [{ expression: 'MIT' }],
    hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
  })
})
