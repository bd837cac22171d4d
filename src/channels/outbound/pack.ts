/** Puts items into as few groups as they fit into, in their order. What fits into none stands alone. */
export function pack<T>(items: readonly T[], fits: (group: readonly T[]) => boolean): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group && fits([...group, item])) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
