import { os } from '../handlers.ts';
import type { ListService } from './list-service.ts';

/** `lists.*` */
export const listHandlers = ({ lists }: { readonly lists: ListService }) => ({
	open: os.lists.open.handler(({ input }) => lists.open(input, input.site ?? null, input, input.keep === true)),
	openSheet: os.lists.openSheet.handler(({ input }) => lists.openSheet(input.listId, input.sheet, input.site ?? null)),
	openEncoding: os.lists.openEncoding.handler(({ input }) => lists.openEncoding(input.listId, input.encoding, input.site ?? null)),
	openWith: os.lists.openWith.handler(({ input: { listId, site, ...choices } }) => lists.openWith(listId, choices, site ?? null)),
	map: os.lists.map.handler(({ input }) => lists.map(input.listId, input.mapping)),
	recall: os.lists.recall.handler(({ input }) => lists.recall(input.listId, input.site)),
	problems: os.lists.problems.handler(({ input }) => lists.problems(input.listId)),
	rows: os.lists.rows.handler(({ input }) => lists.rows(input.listId, input)),
	nearestProblem: os.lists.nearestProblem.handler(({ input }) => lists.nearestProblem(input.listId, input.from, input.direction)),
	correct: os.lists.correct.handler(({ input }) =>
		lists.edit(input.listId, (check) => check.correctCell(input.index, input.column, input.text)),
	),
	accept: os.lists.accept.handler(({ input }) => lists.edit(input.listId, (check) => check.acceptSuggestions(input))),
	split: os.lists.split.handler(({ input }) => lists.edit(input.listId, (check) => check.splitRow(input.index))),
	exclude: os.lists.exclude.handler(({ input }) => lists.edit(input.listId, (check) => check.exclude(input.rows, input.excluded))),
	undo: os.lists.undo.handler(({ input }) => lists.edit(input.listId, (check) => check.undo())),
	redo: os.lists.redo.handler(({ input }) => lists.edit(input.listId, (check) => check.redo())),
	drafts: os.lists.drafts.handler(() => lists.drafts()),
	resume: os.lists.resume.handler(({ input }) => lists.resume(input.listId)),
	choose: os.lists.choose.handler(({ input }) => lists.choose(input.listId, input.target)),
	close: os.lists.close.handler(({ input }) => lists.close(input.listId)),
});
