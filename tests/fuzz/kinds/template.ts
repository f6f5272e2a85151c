import { below, oneOf } from '../mutate/chance.js'
import { changeHandlebars } from '../mutate/change-handlebars.js'
import { changeMarkdown } from '../mutate/change-markdown.js'
import { changeText } from '../mutate/change-text.js'
import { changeYaml } from '../mutate/change-yaml.js'
import { type ChangeFile, workspaceKind } from './workspace-kind.js'

/** Front matter is YAML, the body Handlebars that writes Markdown. */
export const changeTemplate: ChangeFile = (text, random, others) => {
  const [, head, body] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(text) ?? []
  if (head === undefined || body === undefined || below(random, 5) === 0) {
    return oneOf(random, [changeText, changeHandlebars, changeMarkdown])(text, random, others)
  }
  if (below(random, 4) === 0) return `---\n${changeYaml(head, random, others)}---\n${body}`
  const change = oneOf(random, [changeHandlebars, changeHandlebars, changeMarkdown, changeText])
  return `---\n${head}---\n${change(body, random, others)}`
}

export const template = workspaceKind('templates/', '.hbs', changeTemplate)
