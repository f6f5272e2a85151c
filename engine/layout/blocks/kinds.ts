import type { Block } from '../../document/index.js'
import { appendix } from './appendix.js'
import type { BlockKind } from './block-kind.js'
import { callout } from './callout.js'
import { columns } from './columns.js'
import { contents } from './contents.js'
import { fields } from './fields.js'
import { figure } from './figure.js'
import { figureList } from './figure-list.js'
import { glossary } from './glossary.js'
import { heading } from './heading.js'
import { image } from './image.js'
import { keepTogether } from './keep-together.js'
import { landscape } from './landscape.js'
import { list } from './list.js'
import { masthead } from './masthead.js'
import { pageBreak } from './page-break.js'
import { paragraph } from './paragraph.js'
import { quote } from './quote.js'
import { rule } from './rule.js'
import { sourceList } from './source-list.js'
import { statusKey } from './status-key.js'
import { table } from './table.js'

/** Every kind of block; one that is missing does not compile. */
export const blockKinds = {
  masthead,
  heading,
  paragraph,
  list,
  table,
  callout,
  columns,
  quote,
  rule,
  pageBreak,
  keepTogether,
  sourceList,
  statusKey,
  fields,
  figure,
  image,
  landscape,
  appendix,
  contents,
  figureList,
  glossary,
} satisfies { [K in Block['type']]: BlockKind<K> }
