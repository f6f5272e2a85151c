import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds wrong, in a form that says where. */
export async function violations(window: Page): Promise<string[]> {
  // Legacy mode: the other one opens a second page, which this window rightly refuses.
  const found = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}
