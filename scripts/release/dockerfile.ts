/** One instruction of a Dockerfile: `USER`, `node`. */
export type Instruction = [name: string, args: string];

/** What the image of a Dockerfile is made of: the instructions of its last stage, but the command that builds it. */
export function lastStage(dockerfile: string): Instruction[] {
  const instructions = dockerfile
    .replaceAll(/^#.*$/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter(Boolean)
    .map((line): Instruction => {
      const [name = ''] = line.split(' ', 1);
      return [name, line.slice(name.length + 1).trim()];
    });
  return instructions.slice(instructions.findLastIndex(([name]) => name === 'FROM'));
}
