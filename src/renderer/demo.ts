import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from './api.ts';

/** Opens the demo in this window's place, where it can be had. */
export const useDemo = () => {
	const { data: info } = useQuery(api.app.info.queryOptions());
	const opening = useMutation(api.app.openDemo.mutationOptions({ onSuccess: ({ place }) => location.assign(place) }));
	return { place: info?.demo, isOpening: opening.isPending, open: () => opening.mutate(undefined) };
};
