import { demoPassword } from '../../prisma/demo-centre.ts'

/** Signs in through the real form and returns the cookie header of the session. */
export async function signIn(origin: string, username: string, password = demoPassword): Promise<string> {
  const response = await fetch(`${origin}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ username, password }),
  })
  if (response.status !== 302) throw new Error(`${username} could not sign in: ${response.status}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
