/** One instruction of a Dockerfile: `USER`, `node`. */
export type Instruction = [name: string, args: string];

/** The instructions of the last stage of a Dockerfile, without the command that builds the copied folder. */
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
