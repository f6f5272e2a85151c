import { PushButton } from '../controls/button.js'
import { openExport, showExport } from './use-exports.js'
import { useWords } from './words.js'

/** Opens an exported file, or shows where it lies. */
export function ExportButtons({ path }: { path: string }) {
  const say = useWords()
  return (
    <>
      <PushButton isSmall onPress={() => void openExport(path)}>
        {say.open}
      </PushButton>
      <PushButton isSmall look="quiet" onPress={() => void showExport(path)}>
        {say.showInFolder}
      </PushButton>
    </>
  )
}
