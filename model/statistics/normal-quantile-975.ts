/** The standard normal's 97.5 % quantile: a two-sided 95 % interval reaches this many standard errors each way. */
export const NORMAL_975 = 1.959963984540054
