import type { BriefDocument, Reference } from '../brief-document.js'
import { nameHeads } from './name-heads.js'
import { isTag, type Tag } from './tag.js'

/** Elements that have to be there although nothing was drawn for them: the empty cell of a table. */
const mayBeEmpty: ReadonlySet<string> = new Set(['TD', 'TH'])

/**
 * Writes the tags, when every page is drawn.
 *
 * pdfkit has classes for this; they write an element as soon as it is whole, place every link on the last page,
 * and know no `Headers`, `ColSpan` or `ID`. Here the tree is whole before any of it is written.
 */
export function writeTags(document: BriefDocument, root: Tag): void {
  const treeRoot = document.getStructTreeRoot()
  const parentTree = document.getStructParentTree()
  const ids: [string, Reference][] = []
  prune(root)
  nameHeads(root)
  treeRoot.data['K'] = [write(root, treeRoot)]
  if (ids.length > 0) {
    ids.sort(([a], [b]) => (a < b ? -1 : 1))
    const names = document.ref({
      Limits: [new String(ids[0]?.[0]), new String(ids.at(-1)?.[0])],
      Names: ids.flatMap(([id, reference]) => [new String(id), reference]),
    })
    names.end()
    const tree = document.ref({ Kids: [names] })
    tree.end()
    treeRoot.data['IDTree'] = tree
  }

  function write(element: Tag, parent: Reference): Reference {
    const reference = document.ref({ Type: 'StructElem', S: element.type, P: parent })
    const { data } = reference
    if (element.alt !== undefined) data['Alt'] = new String(element.alt)
    if (element.actualText !== undefined) data['ActualText'] = new String(element.actualText)
    if (element.language) data['Lang'] = new String(element.language)
    if (element.id) {
      data['ID'] = new String(element.id)
      ids.push([element.id, reference])
    }
    const attributes = attributesOf(element)
    if (attributes.length > 0) data['A'] = attributes.length === 1 ? attributes[0] : attributes
    data['K'] = element.kids.flatMap((kid): object[] => {
      if (isTag(kid)) return [write(kid, reference)]
      return kid.marks.map((mark) => {
        if (mark.kind === 'annotation') {
          parentTree.add(mark.key, reference)
          return { Type: 'OBJR', Obj: mark.annotation, Pg: mark.page }
        }
        const key = (mark.page as Reference).data['StructParents'] as number
        ;(parentTree.get(key) as Reference[])[mark.number] = reference
        return { Type: 'MCR', Pg: mark.page, MCID: mark.number }
      })
    })
    reference.end()
    return reference
  }
}

function attributesOf(element: Tag): object[] {
  const table = {
    O: 'Table',
    ...(element.scope ? { Scope: element.scope } : {}),
    ...(element.colSpan && element.colSpan > 1 ? { ColSpan: element.colSpan } : {}),
    ...(element.headers ? { Headers: element.headers.map((id) => new String(id)) } : {}),
  }
  const shift = element.baselineShift
  const layout = [
    ...(element.box ? [{ O: 'Layout', Placement: 'Block', BBox: element.box }] : []),
    ...(shift === undefined ? [] : [{ O: 'Layout', BaselineShift: Math.round(shift * 100) / 100 }]),
  ]
  return [...(Object.keys(table).length > 1 ? [table] : []), ...layout]
}

/** Leaves out what nothing was drawn for, such as the element of a block that was set without text. */
function prune(element: Tag): boolean {
  element.kids = element.kids.filter((kid) => (isTag(kid) ? prune(kid) : kid.marks.length > 0))
  return element.kids.length > 0 || mayBeEmpty.has(element.type)
}
