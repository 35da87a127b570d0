/** The fonts of a tune of tokens, which has no words of its own; what the page says of it stands under the notes. */
export const bare = (annotation: number): Record<string, string> => ({
  titlefont: 'Helvetica 0',
  annotationfont: `Helvetica ${annotation}`,
  repeatfont: 'Helvetica 11',
  tripletfont: 'Helvetica 10 italic',
});

/** The fonts of a tune as a person wrote it. */
export const asWritten: Record<string, string> = {
  titlefont: 'Helvetica 15 bold',
  subtitlefont: 'Helvetica 12',
  composerfont: 'Helvetica 11 italic',
  annotationfont: 'Helvetica 10',
  gchordfont: 'Helvetica 11',
  tempofont: 'Helvetica 11 bold',
  partsfont: 'Helvetica 12',
  infofont: 'Helvetica 11',
  historyfont: 'Helvetica 11',
  textfont: 'Helvetica 11',
  wordsfont: 'Helvetica 11',
  vocalfont: 'Helvetica 11',
  measurefont: 'Helvetica 10 italic',
  repeatfont: 'Helvetica 11',
  tripletfont: 'Helvetica 10 italic',
  voicefont: 'Helvetica 11 bold',
};
