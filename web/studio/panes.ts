export const paneNames = ['write', 'score', 'rewrite', 'network', 'spectra', 'selection', 'next', 'plan', 'push'] as const;
export type PaneName = (typeof paneNames)[number];
export const tabNames = ['score', 'network', 'next', 'spectra', 'plan'] as const;
export type TabName = (typeof tabNames)[number];

/** What stands together where there is room for one thing at a time: the first of each is what the tab is about. */
export const tabs: readonly { name: TabName; title: string; panes: readonly PaneName[] }[] = [
  { name: 'score', title: 'Score', panes: ['score', 'write', 'rewrite'] },
  { name: 'network', title: 'Network', panes: ['network', 'selection'] },
  { name: 'next', title: 'Next', panes: ['next'] },
  { name: 'spectra', title: 'Spectra', panes: ['spectra'] },
  { name: 'plan', title: 'Plan', panes: ['plan', 'push'] },
];

export const tabOf = (name: PaneName): TabName => tabs.find(({ panes }) => panes.includes(name))!.name;
