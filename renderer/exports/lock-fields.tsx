import type { Lock } from '../../electron/contract/index.js'
import { type Permission, permissions } from '../../engine/vocabulary/index.js'
import { Flag } from '../controls/flag.js'
import { TextInput } from '../controls/text-input.js'
import { useWords } from './words.js'

/** What is typed and switched, before it is known whether it locks anything. */
export interface LockChoices {
  password: string
  again: string
  allowed: Permission[]
}

export const noLock: LockChoices = { password: '', again: '', allowed: [...permissions] }

/** None where everything is open and allowed. */
export function lockOf({ password, allowed }: LockChoices): Lock | undefined {
  if (password === '' && allowed.length === permissions.length) return undefined
  return { openPassword: password || undefined, allowed }
}

export function hasFault({ password, again }: LockChoices): boolean {
  return password !== again
}

/** A password and what readers may do, under what is given up by either. */
export function LockFields({
  fields,
  onChange,
}: {
  fields: LockChoices
  onChange(fields: LockChoices): void
}) {
  const say = useWords()
  const labels: Record<Permission, string> = {
    print: say.allowPrint,
    copy: say.allowCopy,
    annotate: say.allowAnnotate,
    change: say.allowChange,
  }
  return (
    <div className="lock-fields">
      <p className="caution">{say.lockConflicts}</p>
      <div className="form-grid">
        <TextInput
          label={say.password}
          type="password"
          value={fields.password}
          hint={say.passwordHint}
          onChange={(password) => onChange({ ...fields, password })}
        />
        <TextInput
          label={say.passwordAgain}
          type="password"
          value={fields.again}
          error={hasFault(fields) && fields.again !== '' ? say.passwordsDiffer : undefined}
          onChange={(again) => onChange({ ...fields, again })}
        />
      </div>
      <fieldset className="flags">
        <legend className="label">{say.allowed}</legend>
        {permissions.map((permission) => (
          <Flag
            key={permission}
            label={labels[permission]}
            value={fields.allowed.includes(permission)}
            onChange={(isAllowed) =>
              onChange({
                ...fields,
                allowed: permissions.filter((one) =>
                  one === permission ? isAllowed : fields.allowed.includes(one),
                ),
              })
            }
          />
        ))}
      </fieldset>
    </div>
  )
}
