// Runs code blocks one after another, each in a fresh workspace of the sandbox, and prints the outcome of each as JSON.
const [resetUrl, ...files] = process.argv.slice(2);

for (const file of files) {
  await fetch(resetUrl, { method: 'POST' });
  // A block that ends the process, or whose error reaches it, is the last line without an outcome.
  process.stdout.write(`\n${JSON.stringify({ file })}\n`);
  const error = await import(file).then(
    () => '',
    (reason) => String(reason?.stack ?? reason),
  );
  process.stdout.write(`\n${JSON.stringify({ file, error })}\n`);
}
