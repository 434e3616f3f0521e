/** «Chrome, Android» of a user agent: enough for somebody to recognise her own devices, not enough to tell people apart. */
export function deviceOf(userAgent: string | null): string {
  const agent = userAgent ?? ''
  const browser = firstMatch(agent, browsers)
  const system = firstMatch(agent, systems)
  return [browser, system].filter((part) => part !== null).join(', ')
}

// The order matters: everybody calls himself Safari, and most call themselves Chrome.
const browsers = [
  [/MicroMessenger\//, 'WeChat'],
  [/DingTalk/, 'DingTalk'],
  [/HuaweiBrowser\//, 'Huawei Browser'],
  [/MiuiBrowser\//, 'Mi Browser'],
  [/(Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const systems = [
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const

function firstMatch(agent: string, names: ReadonlyArray<readonly [RegExp, string]>): string | null {
  return names.find(([pattern]) => pattern.test(agent))?.[1] ?? null
}
