import { useLoaderData } from '@remix-run/react'

export function loader() {
  return { text: 'A bare page' }
}

export default function Bare() {
  const { text } = useLoaderData<typeof loader>()
  return <h1>{text}</h1>
}
