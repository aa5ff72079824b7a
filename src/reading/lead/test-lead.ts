/** Leads that somebody made up to try a form: marked and never counted, so that nobody who is real may be taken for one. */

interface Told {
  name?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  company?: string | null | undefined;
  fields?: Readonly<Record<string, string>> | undefined;
}

/** Whom Meta's and Google's tools invent, and what people type to see whether anything comes. */
export function isTestLead({ name, email, phone, company, fields = {} }: Told): boolean {
  if (TEST_ADDRESS.test(email ?? '')) return true;
  // Somebody may be called Test; who has an address of their own is somebody.
  if (TEST_NAME.test(name ?? '') && (!email || /^test/i.test(email))) return true;
  return [name, email, phone, company, ...Object.values(fields)].some((text) =>
    text?.startsWith('<test lead: dummy data'),
  );
}

/** `test@example.com`, `test@test.de`, and Meta's own. Other addresses at example.com stand in exports for people who were made unknown. */
const TEST_ADDRESS =
  /^(?:test(?:ing|er|user|lead)?\d{0,3})@(?:meta|fb|test|tests|testing|example|testmail)\.[a-z.]{2,}$/i;

const TEST_NAME =
  /^(?:<?test>?|testing|test test|test lead|test user|test person|test kontakt|test name|lead test|prueba|prueba prueba|essai|prova|teste|teste teste|próba|テスト|テスト テスト|テスト太郎|测试|測試)$/i;
