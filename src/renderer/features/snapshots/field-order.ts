/** Hints below their fields, so that fields beside each other stand in line. */
export const inputWrapperOrder: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];
