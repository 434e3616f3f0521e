import type { Story } from './story.tsx'

/** Every story of the pieces here and of the modules: a new `*.stories.tsx` is in the gallery by being there. */
const files = import.meta.glob<{ stories: readonly Story[] }>(['./*.stories.tsx', '../modules/**/*.stories.tsx'], {
  eager: true,
})

export const allStories: readonly Story[] = Object.keys(files)
  .sort()
  .flatMap((path) => files[path]?.stories ?? [])
