/** How long something takes or is ago, and what is less than can be told; amounts come with their numbers written. */
export const durationWords = {
	justNow: 'just now',
	almostDone: 'almost done',
	underASecond: 'less than a second',
	lessThan: (amount: string) => `<${amount}`,
	seconds: (amount: string) => `${amount} s`,
	minutes: (amount: string) => `${amount} min`,
	hours: (amount: string) => `${amount} h`,
	about: (amount: string) => `about ${amount}`,
	left: (amount: string) => `about ${amount} left`,
};
