import { below } from '../mutate/chance.js'
import { changeText } from '../mutate/change-text.js'
import { changeYaml } from '../mutate/change-yaml.js'
import { type ChangeFile, workspaceKind } from './workspace-kind.js'

export const changeTheme: ChangeFile = (text, random, others) =>
  (below(random, 4) ? changeYaml : changeText)(text, random, others)

export const theme = workspaceKind('templates/themes/', '.yaml', changeTheme)
