declare namespace App {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an import makes it a module
  type Locals = import('./middleware.ts').Locals;
}
