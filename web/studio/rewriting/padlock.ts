/** The bow of a padlock over a body of 7.4 by 5.6 that begins at 0.8, 4.8. */
export const padlock = { shut: 'M2.3 5V3.1a2.2 2.2 0 0 1 4.4 0V5', open: 'M2.3 5V2.6a2.2 2.2 0 0 1 4.2-.9' };
